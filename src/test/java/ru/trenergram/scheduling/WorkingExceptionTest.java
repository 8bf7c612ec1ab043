package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.scheduling.WorkingException.Kind.EXTRA;
import static ru.trenergram.scheduling.WorkingException.Kind.OFF;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days off and extra hours over a week of 9 to 18. */
class WorkingExceptionTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SPRING_FORWARD = LocalDate.parse("2026-03-29"); // 02:00 → 03:00 in Berlin
    private static final LocalDate FALL_BACK = LocalDate.parse("2026-10-25"); // 03:00 → 02:00 in Berlin

    @Test
    void a_day_off_leaves_nothing_and_touches_no_other_day() {
        WorkingTime time = with(BERLIN, off(MONDAY, MONDAY.plusDays(1), null, null));

        assertThat(hours(time, MONDAY)).isEmpty();
        assertThat(hours(time, MONDAY.plusDays(1))).isEmpty();
        assertThat(hours(time, MONDAY.minusDays(1))).containsExactly("09:00–18:00");
        assertThat(hours(time, MONDAY.plusDays(2))).containsExactly("09:00–18:00");
    }

    @Test
    void hours_off_split_the_day() {
        WorkingTime time = with(BERLIN, off(MONDAY, MONDAY, "12:00", "13:30"));

        assertThat(hours(time, MONDAY)).containsExactly("09:00–12:00", "13:30–18:00");
        assertThat(time.grid(MONDAY, 60, 60).stream()
                        .map(slot ->
                                slot.startsAt().atZone(BERLIN).toLocalTime().toString()))
                .containsExactly("09:00", "10:00", "11:00", "13:30", "14:30", "15:30", "16:30");
    }

    @Test
    void extra_hours_join_those_that_they_touch() {
        assertThat(hours(with(BERLIN, extra(MONDAY, "18:00", "20:00")), MONDAY)).containsExactly("09:00–20:00");
        assertThat(hours(with(BERLIN, extra(MONDAY, "06:00", "07:00")), MONDAY))
                .containsExactly("06:00–07:00", "09:00–18:00");
    }

    @Test
    void the_last_word_counts() {
        WorkingException holiday = off(MONDAY, MONDAY.plusDays(6), null, null);
        WorkingException yetThere = extra(MONDAY, "10:00", "12:00");

        assertThat(hours(with(BERLIN, holiday, yetThere), MONDAY)).containsExactly("10:00–12:00");
        assertThat(hours(with(BERLIN, yetThere, holiday), MONDAY)).isEmpty();
    }

    @Test
    void extra_hours_over_midnight_are_one_stretch_for_a_session() {
        WorkingTime time = with(BERLIN, extra(MONDAY, "22:00", "24:00"), extra(MONDAY.plusDays(1), "00:00", "01:00"));

        assertThat(time.covers(new Span(
                        MONDAY.atTime(23, 30).atZone(BERLIN).toInstant(),
                        MONDAY.plusDays(1).atTime(0, 30).atZone(BERLIN).toInstant())))
                .isTrue();
    }

    @Test
    void where_the_clocks_leave_an_hour_out_extra_hours_are_shorter() {
        WorkingTime time = with(BERLIN, extra(SPRING_FORWARD, "01:00", "04:00"));
        WorkingTime gone = with(BERLIN, extra(SPRING_FORWARD, "02:00", "03:00"));

        assertThat(worked(time, SPRING_FORWARD)).isEqualTo(Duration.ofHours(9 + 2));
        assertThat(worked(gone, SPRING_FORWARD)).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void an_hour_that_comes_twice_is_off_for_as_long_as_the_clocks_show_it() {
        WorkingTime time =
                with(BERLIN, extra(FALL_BACK, "00:00", "05:00"), off(FALL_BACK, FALL_BACK, "02:00", "03:00"));

        assertThat(worked(time, FALL_BACK)).isEqualTo(Duration.ofHours(9 + 2 + 2));
        assertThat(time.grid(FALL_BACK, 30, 30).stream()
                        .map(slot -> slot.startsAt().atZone(BERLIN).toLocalTime())
                        .filter(start -> start.getHour() == 2))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"})
    void nine_is_nine_in_every_zone_on_every_day_of_a_year_with_an_hour_off(String name) {
        ZoneId zone = ZoneId.of(name);
        LocalDate first = LocalDate.parse("2026-01-01");
        WorkingTime time = with(zone, off(first, first.plusDays(364), "12:00", "13:00"));

        first.datesUntil(first.plusYears(1))
                .forEach(date -> assertThat(hours(time, date)).containsExactly("09:00–12:00", "13:00–18:00"));
    }

    private static WorkingTime with(ZoneId zone, WorkingException... exceptions) {
        List<Hours> week = Arrays.stream(DayOfWeek.values())
                .map(day -> Hours.of(day, LocalTime.of(9, 0), LocalTime.of(18, 0)))
                .toList();
        return new WorkingTime(week, List.of(exceptions), zone);
    }

    private static WorkingException off(LocalDate first, LocalDate last, @Nullable String from, @Nullable String to) {
        return new WorkingException(1, OFF, first, last, minute(from), minute(to), null, 0);
    }

    private static WorkingException extra(LocalDate date, String from, String to) {
        return new WorkingException(2, EXTRA, date, date, minute(from), minute(to), null, 0);
    }

    private static @Nullable Integer minute(@Nullable String time) {
        if (time == null) {
            return null;
        }
        return time.equals("24:00") ? Hours.DAY : LocalTime.parse(time).toSecondOfDay() / 60;
    }

    private static List<String> hours(WorkingTime time, LocalDate date) {
        return time.on(date).stream()
                .map(span -> Stream.of(span.startsAt(), span.endsAt())
                        .map(moment -> moment.atZone(time.zone()).toLocalTime().toString())
                        .reduce((from, to) -> from + "–" + to)
                        .orElseThrow())
                .toList();
    }

    private static Duration worked(WorkingTime time, LocalDate date) {
        return Duration.ofMinutes(Span.minutes(time.on(date)));
    }
}
