package ru.trenergram.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.trenergram.simulator.Http;
import ru.trenergram.simulator.SimulatorTest;
import ru.trenergram.simulator.chats.Json;
import ru.trenergram.support.MovableClock;

@SimulatorTest
class MiniAppIntegrationTest {

    /** The example that developers of other libraries published with its token. */
    private static final String PUBLISHED_TOKEN = "5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8";

    private static final String PUBLISHED =
            "query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%7D&auth_date=1662771648&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2";

    private final Http http;
    private final MovableClock clock;

    MiniAppIntegrationTest(@LocalServerPort int port, @Autowired MovableClock clock) {
        this.http = new Http(port);
        this.clock = clock;
    }

    @Test
    void init_data_is_signed_as_telegram_documents_it() throws Exception {
        assertThat(isGenuine(PUBLISHED, PUBLISHED_TOKEN)).isTrue();
        long person = http.acquaintance();

        String data =
                http.chat(person, "init-data", "{}").body().get("init_data").stringValue();
        var fields = fields(data);
        var user = Json.read(Objects.requireNonNull(fields.get("user")));

        assertThat(isGenuine(data, Http.MAIN)).isTrue();
        assertThat(isGenuine(data, Http.STAFF)).isFalse();
        assertThat(fields.get("auth_date"))
                .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
        assertThat(fields).containsKeys("query_id", "signature", "hash");
        assertThat(user.get("id").longValue()).isEqualTo(person);
        assertThat(user.get("first_name").stringValue()).isEqualTo("Анна");
        assertThat(user.get("allows_write_to_pm").booleanValue()).isTrue();
    }

    @Test
    void each_bot_signs_with_its_own_token() throws Exception {
        long person = http.person();
        String data = http.post("/simulator/api/chats/staff/" + person + "/init-data", "{}")
                .body()
                .get("init_data")
                .stringValue();

        assertThat(isGenuine(data, Http.STAFF)).isTrue();
        assertThat(Json.read(Objects.requireNonNull(fields(data).get("user"))).has("allows_write_to_pm"))
                .isFalse();
    }

    @Test
    void a_mini_app_of_the_service_opens_wherever_the_page_was_opened() {
        long person = http.acquaintance();
        var own = http.chat(person, "mini-app", "{'url':'http://localhost:8080/trainer/5?tab=day#/booking/7'}")
                .body();
        var foreign = http.chat(person, "mini-app", "{'url':'https://example.org/app'}")
                .body();

        assertThat(own.get("own").booleanValue()).isTrue();
        assertThat(own.get("src").stringValue())
                .startsWith("/trainer/5?tab=day#/booking/7?tgWebAppData=query_id%3D")
                .endsWith("&tgWebAppVersion=9.1&tgWebAppPlatform=web");
        assertThat(foreign.get("own").booleanValue()).isFalse();
        assertThat(foreign.get("src").stringValue()).startsWith("https://example.org/app#tgWebAppData=");
    }

    private static boolean isGenuine(String initData, String token) throws Exception {
        var fields = fields(initData);
        String hash = fields.remove("hash");
        String signed = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
        byte[] key = hmac("WebAppData".getBytes(StandardCharsets.UTF_8), token);
        return HexFormat.of().formatHex(hmac(key, signed)).equals(hash);
    }

    private static byte[] hmac(byte[] key, String message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(String initData) {
        return Arrays.stream(initData.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> other,
                        TreeMap::new));
    }
}
