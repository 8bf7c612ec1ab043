package ru.trenergram.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks the initData with which a Mini App says who opened it (see {@link InitDataSignature}). */
@Component
public class InitData {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private final Settings settings;
    private final JsonMapper json;
    private final Clock clock;

    InitData(Settings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param raw as Telegram gave it to the Mini App
     * @throws DomainException {@code init_data_invalid}: not signed by the main bot, malformed, or from the future;
     *     {@code init_data_stale}: genuine, but older than {@link Settings#initDataMaxAge()}
     */
    public TelegramIdentity verify(String raw) {
        Map<String, String> fields = parse(raw);
        String hash = fields.remove("hash");
        if (hash == null || !genuine(fields, hash)) {
            throw invalid();
        }
        checkAge(fields.get("auth_date"));
        return identity(fields.get("user"));
    }

    private boolean genuine(Map<String, String> fields, String hash) {
        byte[] expected = InitDataSignature.of(fields, settings.mainToken());
        try {
            return MessageDigest.isEqual(expected, HexFormat.of().parseHex(hash));
        } catch (IllegalArgumentException notHex) {
            return false;
        }
    }

    private void checkAge(@Nullable String authDate) {
        Instant signedAt;
        try {
            signedAt = Instant.ofEpochSecond(Long.parseLong(String.valueOf(authDate)));
        } catch (NumberFormatException | java.time.DateTimeException noTime) {
            throw invalid();
        }
        Instant now = clock.instant();
        if (signedAt.isAfter(now.plus(CLOCK_SKEW))) {
            throw invalid();
        }
        if (signedAt.isBefore(now.minus(settings.initDataMaxAge()))) {
            throw new DomainException(ErrorCode.INIT_DATA_STALE);
        }
    }

    private TelegramIdentity identity(@Nullable String user) {
        if (user == null) {
            throw invalid();
        }
        try {
            JsonNode node = json.readTree(user);
            long id = node.path("id").asLong(0);
            String firstName = text(node, "first_name");
            if (id <= 0 || firstName == null) {
                throw invalid();
            }
            return new TelegramIdentity(
                    id,
                    firstName,
                    text(node, "last_name"),
                    text(node, "username"),
                    text(node, "language_code"),
                    text(node, "photo_url"));
        } catch (JacksonException malformed) {
            throw invalid();
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        String value = node.path(field).asString("");
        return value.isBlank() ? null : value;
    }

    private static Map<String, String> parse(String raw) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals <= 0
                    || fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))) != null) {
                throw invalid();
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
    }

    private static DomainException invalid() {
        return new DomainException(ErrorCode.INIT_DATA_INVALID);
    }
}
