package ru.trenergram.simulator.botapi;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccounts;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** <a href="https://core.telegram.org/bots/api">The Bot API</a>, as far as the product uses it. */
@Service
@WhenSimulated
public class BotApi {

    private final BotAccounts bots;
    private final Map<String, Method> methods = new HashMap<>();

    BotApi(BotAccounts bots, List<Method.Group> groups, TransactionTemplate transaction) {
        this.bots = bots;
        for (Method.Group group : groups) {
            group.methods()
                    .forEach((name, method) -> methods.put(
                            name,
                            group.transactional()
                                    ? (bot, parameters) -> Objects.requireNonNull(
                                            transaction.<JsonNode>execute(status -> method.call(bot, parameters)))
                                    : method));
        }
    }

    /** @param body as Telegram answers, {@code ok} first */
    public record Answer(int status, ObjectNode body) {}

    /** Calls a method, its name in any case. */
    public Answer call(String token, String method, Parameters parameters) {
        try {
            var bot = bots.withToken(token).orElseThrow(BotApiException::unauthorized);
            var called = methods.get(method.toLowerCase(Locale.ROOT));
            if (called == null) {
                throw BotApiException.notFound();
            }
            ObjectNode body = Json.object().put("ok", true);
            body.set("result", called.call(bot, parameters));
            return new Answer(200, body);
        } catch (BotApiException refused) {
            return refusal(refused);
        }
    }

    /** The answer to a call that could not even be read. */
    public static Answer unreadable() {
        return refusal(BotApiException.badRequest("can't parse JSON object"));
    }

    private static Answer refusal(BotApiException refused) {
        ObjectNode body = Json.object()
                .put("ok", false)
                .put("error_code", refused.code())
                .put("description", refused.getMessage());
        if (refused.retryAfter() != null) {
            body.putObject("parameters").put("retry_after", refused.retryAfter());
        }
        return new Answer(refused.code(), body);
    }
}
