package ru.trenergram.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import tools.jackson.databind.JsonNode;

/** The settings of reminders and their preview, over HTTP (API.md, "Users"). It is Monday, 12:00. */
@IntegrationTest
@TestPropertySource(properties = "alone=reminders") // it waits until nothing is left to send: a database of its own
class ReminderSettingsIntegrationTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    MovableClock clock;

    private Practice practice;

    @BeforeEach
    void setUp() {
        practice = new Practice(application);
    }

    @Test
    void a_new_trainer_has_the_settings_of_the_product() {
        JsonNode own = profile();

        assertThat(own.path("reminders").toString())
                .isEqualTo("{\"enabled\":true,\"first_days_before\":1,\"first_at\":\"12:00\",\"second_after_hours\":3,"
                        + "\"third_after_hours\":3,\"auto_cancel_after_hours\":3,\"heads_up_hours_before\":2}");
        assertThat(own.path("quiet_hours").toString()).isEqualTo("{\"from\":\"22:00\",\"to\":\"08:00\"}");
    }

    @Test
    void settings_are_the_trainers_own_business() {
        JsonNode seen = practice.as(practice.client)
                .get("/users/trainer/" + practice.trainer.telegramId())
                .json();

        assertThat(seen.has("reminders")).isFalse();
        assertThat(seen.has("quiet_hours")).isFalse();
    }

    @Test
    void settings_are_kept_as_they_were_sent_and_what_is_left_out_is_off() {
        Answer answer = practice.settings(Map.of(
                "reminders", Map.of("enabled", true, "first_days_before", 2, "first_at", "18:30"),
                "quiet_hours", Map.of("from", "00:00", "to", "00:00")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(profile().path("reminders").toString())
                .isEqualTo(
                        "{\"enabled\":true,\"first_days_before\":2,\"first_at\":\"18:30\",\"second_after_hours\":null,"
                                + "\"third_after_hours\":null,\"auto_cancel_after_hours\":null,\"heads_up_hours_before\":null}");
        assertThat(profile().path("quiet_hours").toString()).isEqualTo("{\"from\":\"00:00\",\"to\":\"00:00\"}");
    }

    @Test
    void other_settings_leave_reminders_and_quiet_hours_as_they_are() {
        practice.settings(Map.of("reminders", RemindersIntegrationTest.off()));
        practice.settings(Map.of("about", "О себе"));

        assertThat(profile().path("reminders").path("enabled").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "enabled, null, required",
                "first_at, null, required",
                "first_at, 24:00, invalid",
                "first_at, 9:00, invalid",
                "first_at, 12:00:00, invalid",
                "first_days_before, 0, min",
                "first_days_before, 15, max",
                "second_after_hours, 0, min",
                "second_after_hours, 73, max",
                "third_after_hours, -1, min",
                "auto_cancel_after_hours, 73, max",
                "auto_cancel_after_hours, 1.5, type",
                "heads_up_hours_before, 25, max",
            })
    void a_setting_out_of_range_is_named(String field, @Nullable String value, String code) {
        Map<String, Object> reminders = new HashMap<>(RemindersIntegrationTest.ladder(1, 3, 3, 3));
        reminders.put(field, value != null && value.matches("-?[0-9.]+") ? Double.valueOf(value) : value);
        if (value != null && value.matches("-?\\d+")) {
            reminders.put(field, Integer.valueOf(value));
        }

        Answer answer = practice.settings(Map.of("reminders", reminders));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.fieldError("reminders." + field)).isEqualTo(code);
    }

    @Test
    void quiet_hours_need_both_ends() {
        assertThat(practice.settings(Map.of("quiet_hours", Map.of("from", "22:00")))
                        .fieldError("quiet_hours.to"))
                .isEqualTo("required");
        assertThat(practice.settings(Map.of("quiet_hours", Map.of("from", "22:00", "to", "25:00")))
                        .fieldError("quiet_hours.to"))
                .isEqualTo("invalid");
    }

    @Test
    void the_preview_says_when_each_step_would_go() {
        JsonNode preview =
                preview(Map.of("starts_at", "2026-12-02T10:00:00+03:00")).json();

        assertThat(preview.toString())
                .isEqualTo("{\"timezone\":\"Europe/Moscow\",\"starts_at\":\"2026-12-02T10:00:00+03:00\",\"steps\":["
                        + "{\"step\":\"first\",\"at\":\"2026-12-01T12:00:00+03:00\",\"dropped\":null},"
                        + "{\"step\":\"second\",\"at\":\"2026-12-01T15:00:00+03:00\",\"dropped\":null},"
                        + "{\"step\":\"third\",\"at\":\"2026-12-01T18:00:00+03:00\",\"dropped\":null}],"
                        + "\"auto_cancel\":{\"at\":\"2026-12-01T21:00:00+03:00\",\"why_not\":null},"
                        + "\"heads_up\":{\"at\":\"2026-12-02T08:00:00+03:00\",\"why_not\":null}}");
    }

    @Test
    void the_preview_says_why_a_step_would_not_go() {
        JsonNode preview = preview(Map.of(
                        "starts_at",
                        "2026-12-02T08:30:00+03:00",
                        "reminders",
                        Map.of(
                                "enabled", true,
                                "first_days_before", 1,
                                "first_at", "19:00",
                                "second_after_hours", 4,
                                "auto_cancel_after_hours", 24)))
                .json();

        assertThat(preview.path("steps").path(1).toString())
                .isEqualTo("{\"step\":\"second\",\"at\":null,\"dropped\":\"too_late\"}");
        assertThat(preview.path("steps").path(2).toString())
                .isEqualTo("{\"step\":\"third\",\"at\":null,\"dropped\":\"off\"}");
        assertThat(preview.path("auto_cancel").toString()).isEqualTo("{\"at\":null,\"why_not\":\"too_late\"}");
        assertThat(preview.path("heads_up").toString()).isEqualTo("{\"at\":null,\"why_not\":\"off\"}");
    }

    @Test
    void the_preview_tries_quiet_hours_too() {
        JsonNode preview = preview(Map.of(
                        "starts_at",
                        "2026-12-02T10:00:00+03:00",
                        "quiet_hours",
                        Map.of("from", "11:00", "to", "14:00")))
                .json();

        assertThat(preview.path("steps").path(0).path("at").asString()).isEqualTo("2026-12-01T14:00:00+03:00");
    }

    @Test
    void what_the_preview_promises_happens() {
        practice.settings(Map.of("reminders", RemindersIntegrationTest.ladder(2, 1, 30, 2)));
        practice.booked("2026-12-03T16:00");
        practice.run();
        JsonNode preview =
                preview(Map.of("starts_at", "2026-12-03T16:00:00+03:00")).json();
        int sent = 0;
        for (JsonNode step : preview.path("steps")) {
            String at = step.path("at").asString().substring(0, 16);
            clock.moveTo(Practice.moscow(at).minusSeconds(60));
            practice.run();
            assertThat(practice.headlines(practice.client)).as("before " + at).hasSize(sent);
            practice.at(at);
            assertThat(practice.headlines(practice.client)).as(at).hasSize(++sent);
        }

        assertThat(sent).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, required",
                "2026-12-02, date_time",
                "завтра, date_time",
                "2026-12-02T10:00:00, date_time",
                "1999-12-02T10:00:00Z, date_range",
                "+999999999-12-31T23:59:59+18:00, date_range",
            })
    void a_moment_that_is_none_is_refused(@Nullable String startsAt, String code) {
        Map<String, Object> request = new HashMap<>();
        request.put("starts_at", startsAt);

        Answer answer = preview(request);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fieldError("starts_at")).isEqualTo(code);
    }

    private Answer preview(Map<String, ?> request) {
        return practice.as(practice.trainer)
                .post("/users/trainer/" + practice.trainer.telegramId() + "/reminders/preview", request);
    }

    private JsonNode profile() {
        return practice.as(practice.trainer)
                .get("/users/trainer/" + practice.trainer.telegramId())
                .json();
    }
}
