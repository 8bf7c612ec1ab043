package ru.trenergram.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every call of the API's description with input that nobody should send: never a 500, always a known code. */
@IntegrationTest
class FuzzIntegrationTest {

    private static final long SEED = 20_261_121;
    private static final long CLIENT = 781;
    private static final int ROUNDS = 30;
    private static final Set<String> CODES =
            Arrays.stream(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toSet());

    private static final List<String> PLAIN = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "50",
            "2147483648",
            "-9223372036854775808",
            "99999999999999999999",
            "1.5",
            "1e400",
            "NaN",
            "true",
            "null",
            "undefined",
            "\u0000",
            "a\u0000b",
            "\u202e\ud83d\ude00",
            "'; DROP TABLE users; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "2026-12-01",
            "2026-02-30",
            "10000-01-01",
            "+10000-01-01",
            "-0001-01-01",
            "0000-00-00",
            "2026-12-01T10:00:00+03:00",
            "2026-12-01T10:00:00.123456789Z",
            "+999999999-12-31T23:59:59+18:00",
            "-999999999-01-01T00:00:00-18:00",
            "24:00",
            "25:61",
            "Mars/Olympus",
            "UTC+18",
            "trainer_1",
            "x".repeat(5_000),
            "ж".repeat(300));

    private static final List<String> JSON = List.of(
            "null",
            "true",
            "0",
            "-1",
            "60",
            "1.5",
            "1e400",
            "-1e-400",
            "2147483648",
            "-9223372036854775809",
            "9".repeat(2_000),
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "{\"amount\": 1, \"currency\": \"RUB\"}",
            "{\"amount\": -9223372036854775808, \"currency\": \"XXX\"}",
            "{\"amount\": null, \"currency\": null}",
            "[{\"weekday\": 8, \"from\": \"24:00\", \"to\": \"00:00\"}]",
            "[{\"weekday\": 1, \"from\": \"09:00\", \"to\": \"24:00\"}, null]",
            "\"\\ud800\"",
            "\"\\ud800x\"",
            "\"\\u0000\"",
            "[".repeat(400) + "]".repeat(400),
            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));

    @Autowired
    Api api;

    @Autowired
    Users users;

    @Autowired
    Trainers trainers;

    @Autowired
    Roster roster;

    private static final int MAX_ADDRESS = 7_000;

    private final Random random = new Random(SEED);
    private final JsonMapper mapper = JsonMapper.builder().build();
    private Api.Client caller;
    private long callerId;

    /** A trainer with a client: most of the API is closed to anybody else. */
    @BeforeEach
    void sign_in() {
        callerId = 780;
        caller = api.signedIn(callerId, "Анна");
        api.signedIn(CLIENT, "Борис");
        long trainer = users.byTelegramId(callerId).id();
        trainers.register(trainer, Money.rubles(200_000), 60, ZoneId.of("Europe/Moscow"), null);
        roster.join(trainer, users.byTelegramId(CLIENT).id());
    }

    @Test
    void no_input_makes_a_500_and_every_refusal_has_a_known_code() {
        JsonNode paths = mapper.readTree(api.page("/api/openapi.json").body()).path("paths");
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            paths.properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        String method = operation.getKey().toUpperCase(Locale.ROOT);
                        check(method, address(path.getKey(), operation.getValue()), body(operation.getValue()), wrong);
                    }));
        }
        assertThat(paths.size()).isGreaterThan(15);
        assertThat(wrong).isEmpty();
    }

    private void check(String method, String address, String body, List<String> wrong) {
        String key = random.nextInt(10) == 0
                ? null
                : UUID.nameUUIDFromBytes(bytes(16)).toString();
        Answer answer = method.equals("GET") ? caller.get(address) : caller.write(method, address, body, key);
        boolean known = answer.status() < 400
                || answer.http().headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                        && CODES.contains(answer.code());
        if (answer.status() >= 500 || !known) {
            wrong.add(method + " " + shortened(address) + " " + shortened(body) + " → " + answer);
        }
    }

    private String address(String template, JsonNode operation) {
        String address = template;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                address = address.replace("{" + name + "}", pathValue());
            } else if (parameter.path("in").asString().equals("query") && random.nextInt(3) > 0) {
                query.add(name + "=" + encoded(plain()));
            }
        }
        // a longer request line is the web server's to refuse, before anything of ours sees it
        while (address.length() + String.join("&", query).length() > MAX_ADDRESS && !query.isEmpty()) {
            query.removeLast();
        }
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    /** Half of the time an address that leads somewhere, so that the rest of the input is looked at. */
    private String pathValue() {
        return switch (random.nextInt(4)) {
            case 0 -> Long.toString(callerId);
            case 1 -> Long.toString(random.nextInt(3) > 0 ? callerId : CLIENT);
            case 2 -> UUID.nameUUIDFromBytes(bytes(4)).toString();
            default ->
                encoded(Stream.generate(this::plain)
                        .filter(text -> text.matches("[^\\p{Cntrl}./;\\\\%]+"))
                        .findFirst()
                        .orElseThrow());
        };
    }

    private String body(JsonNode operation) {
        if (random.nextInt(12) == 0) {
            return JSON.get(random.nextInt(JSON.size()));
        }
        List<String> fields = new ArrayList<>();
        for (String name : List.of(
                "first_name",
                "last_name",
                "phone",
                "language",
                "timezone",
                "code",
                "init_data",
                "version",
                "reason",
                "trainer_id",
                "client_id",
                "starts_at",
                "minutes",
                "price",
                "note",
                "archived",
                "location_id",
                "repeat",
                "weekday",
                "from",
                "to",
                "rules",
                "session_minutes",
                "slot_step_minutes",
                "self_booking",
                "about",
                "specialties",
                "listed",
                "format")) {
            if (random.nextInt(3) > 0) {
                fields.add("\"" + name + "\":" + value(name));
            }
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String value(String name) {
        if (name.equals("trainer_id") && random.nextBoolean()) {
            return Long.toString(callerId);
        }
        if (name.equals("client_id") && random.nextBoolean()) {
            return Long.toString(CLIENT);
        }
        if (name.equals("starts_at") && random.nextBoolean()) {
            return "\"2026-12-%02dT10:%02d:00+03:00\"".formatted(3 + random.nextInt(20), random.nextInt(60));
        }
        if (name.equals("format") && random.nextBoolean()) {
            return random.nextBoolean() ? "\"csv\"" : "\"xlsx\"";
        }
        if (name.equals("version") && random.nextBoolean()) {
            return "0";
        }
        return random.nextBoolean() ? mapper.writeValueAsString(plain()) : JSON.get(random.nextInt(JSON.size()));
    }

    private String plain() {
        return PLAIN.get(random.nextInt(PLAIN.size()));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(String text) {
        return text.length() < 300 ? text : text.substring(0, 300) + "…";
    }
}
