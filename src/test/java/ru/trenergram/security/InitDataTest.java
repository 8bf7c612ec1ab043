package ru.trenergram.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Settings;
import ru.trenergram.support.Api;
import ru.trenergram.support.TestSettings;
import tools.jackson.databind.json.JsonMapper;

class InitDataTest {

    /** Published at docs.telegram-mini-apps.com, "Init data". */
    private static final String TOKEN = "5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8";

    private static final String PUBLISHED =
            "query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%22%2C"
                    + "%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C"
                    + "%22is_premium%22%3Atrue%7D&auth_date=1662771648"
                    + "&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2";

    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1662771648);

    @Test
    void the_published_example_is_genuine() {
        TelegramIdentity identity = at(SIGNED_AT.plusSeconds(5)).verify(PUBLISHED);

        assertThat(identity).isEqualTo(new TelegramIdentity(279058397, "Vladislav", "Kibenko", "vdkfrost", "ru", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"query_id", "user", "auth_date"})
    void every_field_is_covered_by_the_signature(String field) {
        Map<String, String> fields = fields();
        fields.computeIfPresent(field, (name, value) -> value.replaceFirst("[0-8]", "9"));

        assertRefused(join(fields), ErrorCode.INIT_DATA_INVALID);
    }

    @Test
    void a_field_that_was_added_breaks_the_signature() {
        assertRefused(PUBLISHED + "&start_param=x", ErrorCode.INIT_DATA_INVALID);
    }

    @Test
    void unknown_fields_are_fine_when_they_are_signed() {
        Map<String, String> fields = fields();
        fields.remove("hash");
        fields.put("signature", "abc");
        fields.put("something_new", "1");

        assertThat(at(SIGNED_AT).verify(Api.sign(fields, TOKEN)).telegramId()).isEqualTo(279058397);
    }

    @Test
    void another_bots_signature_is_refused() {
        Map<String, String> fields = fields();
        fields.remove("hash");

        assertRefused(Api.sign(fields, "1:another-bots-token-another-bots"), ErrorCode.INIT_DATA_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "=",
                "hash",
                "hash=",
                "hash=zz",
                "user=%7B%7D&hash=%",
                "auth_date=1662771648&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2"
            })
    void what_is_malformed_or_truncated_is_refused(String raw) {
        assertRefused(raw, ErrorCode.INIT_DATA_INVALID);
    }

    @Test
    void every_truncation_of_a_genuine_one_is_refused() {
        for (int length = 0; length < PUBLISHED.length(); length++) {
            assertRefused(PUBLISHED.substring(0, length), ErrorCode.INIT_DATA_INVALID);
        }
    }

    @Test
    void a_repeated_field_is_refused() {
        assertRefused(PUBLISHED + "&auth_date=1662771648", ErrorCode.INIT_DATA_INVALID);
    }

    @Test
    void a_signed_user_without_an_id_is_refused() {
        Map<String, String> fields = fields();
        fields.remove("hash");
        fields.put("user", "{\"first_name\":\"A\"}");
        assertRefused(Api.sign(fields, TOKEN), ErrorCode.INIT_DATA_INVALID);

        fields.put("user", "[");
        assertRefused(Api.sign(fields, TOKEN), ErrorCode.INIT_DATA_INVALID);

        fields.remove("user");
        assertRefused(Api.sign(fields, TOKEN), ErrorCode.INIT_DATA_INVALID);
    }

    @Test
    void it_is_stale_after_a_day_and_not_a_second_before() {
        Duration day = Duration.ofHours(24);

        assertThat(at(SIGNED_AT.plus(day)).verify(PUBLISHED)).isNotNull();
        assertThatThrownBy(() -> at(SIGNED_AT.plus(day).plusSeconds(1)).verify(PUBLISHED))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INIT_DATA_STALE));
    }

    @Test
    void a_minute_of_clock_skew_is_tolerated_and_no_more() {
        assertThat(at(SIGNED_AT.minusSeconds(60)).verify(PUBLISHED)).isNotNull();
        assertThatThrownBy(() -> at(SIGNED_AT.minusSeconds(61)).verify(PUBLISHED))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INIT_DATA_INVALID));
    }

    private static void assertRefused(String raw, ErrorCode code) {
        assertThatThrownBy(() -> at(SIGNED_AT).verify(raw))
                .as(raw)
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static InitData at(Instant now) {
        Settings settings = TestSettings.with("main-bot-token", TOKEN);
        return new InitData(settings, JsonMapper.builder().build(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : PUBLISHED.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static String join(Map<String, String> fields) {
        var joined = new StringBuilder();
        fields.forEach((name, value) -> joined.append(joined.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return joined.toString();
    }
}
