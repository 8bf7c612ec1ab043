package ru.trenergram.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.trenergram.bench.PanelBrowser.Asked;

/**
 * An open session without a browser: it asks what a real one has asked, with its own keys in place of the other's, and
 * holds the WebSocket over which it is told of news.
 */
final class PanelSession implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\\s*\"([^\"]+)\"");
    private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\\s*\"([^\"]+)\"");
    private static final Pattern UI = Pattern.compile("\"v-uiId\":\\s*(\\d+)");
    private static final Pattern SYNC = Pattern.compile("\"syncId\":\\s*(\\d+)");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Service service;
    private final String token;
    private String key = "";
    private String ui = "0";
    private int sync;
    private int client;

    /** @param token of a one-time link */
    PanelSession(Service service, String token) {
        this.service = service;
        this.token = token;
    }

    /** @param recordedToken the one in what was recorded */
    void replay(List<Asked> asked, String recordedToken) throws IOException, InterruptedException {
        for (Asked one : asked) {
            if (one.method().equals("POST")) {
                post(one.body().replace(recordedToken, token));
            } else {
                get(one.path().replace(recordedToken, token));
            }
        }
    }

    /** Does once more what was recorded last, and waits for the answer. */
    void post(String recorded) throws IOException, InterruptedException {
        String body = recorded.replaceFirst("\"csrfToken\":\"[^\"]*\"", "\"csrfToken\":\"" + key + "\"")
                .replaceFirst("\"syncId\":-?\\d+", "\"syncId\":" + sync)
                .replaceFirst("\"clientId\":-?\\d+", "\"clientId\":" + client);
        client++;
        String answer = send(HttpRequest.newBuilder(URI.create(service.url("/?v-r=uidl&v-uiId=" + ui)))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(body)));
        if (!answer.contains("\"syncId\"") || answer.contains("\"appError\"")) {
            throw new IOException("The session is out of step: " + answer.substring(0, Math.min(300, answer.length())));
        }
        sync = Integer.parseInt(found(SYNC, answer));
    }

    private void get(String path) throws IOException, InterruptedException {
        String answer =
                send(HttpRequest.newBuilder(URI.create(service.url(path))).GET());
        if (path.contains("v-r=init")) {
            key = found(KEY, answer);
            ui = found(UI, answer);
            sync = Integer.parseInt(found(SYNC, answer));
            client = 0;
            listen(found(PUSH, answer));
        }
    }

    /** As Atmosphere's client does. */
    private void listen(String pushId) {
        URI address = URI.create(service.url("/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId=" + pushId
                        + "&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=3.1.5-javascript"
                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true"
                        + "&Content-Type=application%2Fjson%3B%20charset%3DUTF-8")
                .replaceFirst("http", "ws"));
        http.newWebSocketBuilder()
                .buildAsync(address, new WebSocket.Listener() {})
                .join();
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(response.uri() + " was answered " + response.statusCode());
        }
        return response.body();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(
                    "There is no " + pattern + " in " + text.substring(0, Math.min(300, text.length())));
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
