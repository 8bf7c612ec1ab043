package ru.trenergram.simulator.webhooks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotSettings.Webhook;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.node.ObjectNode;

/** Posts an update to a webhook (<a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>). */
@Component
@WhenSimulated
class WebhookCall {

    static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Delivers it, or says in Telegram's words why it has not arrived. */
    Optional<String> deliver(Webhook webhook, ObjectNode update) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(webhook.url()))
                .timeout(PATIENCE)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(update)));
        if (!webhook.secret().isEmpty()) {
            request.header(SECRET, webhook.secret());
        }
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300 ? Optional.empty() : Optional.of(wrong(status));
        } catch (HttpTimeoutException e) {
            return Optional.of("Connection timed out");
        } catch (ConnectException e) {
            boolean unknown = e.getCause() instanceof UnresolvedAddressException;
            return Optional.of(unknown ? "Failed to resolve host: Name or service not known" : "Connection refused");
        } catch (UnknownHostException e) {
            return Optional.of("Failed to resolve host: Name or service not known");
        } catch (IOException e) {
            return Optional.of("Webhook connection closed");
        }
    }

    private static String wrong(int status) {
        var known = HttpStatus.resolve(status);
        return "Wrong response from the webhook: %d %s"
                .formatted(status, known == null ? "" : known.getReasonPhrase())
                .strip();
    }
}
