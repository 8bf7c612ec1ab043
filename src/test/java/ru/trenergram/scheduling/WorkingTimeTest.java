package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SPRING_FORWARD = LocalDate.parse("2026-03-29"); // 02:00 → 03:00 in Berlin
    private static final LocalDate FALL_BACK = LocalDate.parse("2026-10-25"); // 03:00 → 02:00 in Berlin

    @Test
    void slots_begin_at_every_step_from_the_start_of_a_stretch_and_end_within_it() {
        var time = week(MOSCOW, "MONDAY 09:15-12:00");

        assertThat(starts(time, MONDAY, 60, 30)).containsExactly("09:15", "09:45", "10:15", "10:45");
    }

    @Test
    void each_stretch_has_a_grid_of_its_own() {
        var time = week(MOSCOW, "MONDAY 09:00-10:00", "MONDAY 14:20-15:20");

        assertThat(starts(time, MONDAY, 60, 30)).containsExactly("09:00", "14:20");
    }

    @Test
    void hours_that_touch_are_one_stretch() {
        var time = week(MOSCOW, "MONDAY 09:00-10:15", "MONDAY 10:15-12:00");

        assertThat(starts(time, MONDAY, 90, 60)).containsExactly("09:00", "10:00");
        assertThat(time.on(MONDAY)).hasSize(1);
    }

    @Test
    void a_session_may_run_over_midnight_where_working_time_does() {
        var time = week(MOSCOW, "MONDAY 23:00-00:00", "TUESDAY 00:00-01:00");

        assertThat(starts(time, MONDAY, 60, 30)).containsExactly("23:00", "23:30");
        assertThat(starts(time, MONDAY.plusDays(1), 60, 30)).containsExactly("00:00");
        assertThat(time.on(MONDAY)).containsExactly(span(MOSCOW, MONDAY, "23:00", 60));
    }

    @Test
    void a_day_without_hours_has_no_slots() {
        var time = week(MOSCOW, "MONDAY 09:00-12:00");

        assertThat(time.on(MONDAY.plusDays(1))).isEmpty();
        assertThat(time.grid(MONDAY.plusDays(1), 60, 30)).isEmpty();
    }

    @Test
    void only_what_lies_in_working_time_as_a_whole_is_covered() {
        var time = week(MOSCOW, "MONDAY 09:00-12:00");

        assertThat(time.covers(span(MOSCOW, MONDAY, "11:00", 60))).isTrue();
        assertThat(time.covers(span(MOSCOW, MONDAY, "11:01", 60))).isFalse();
        assertThat(time.covers(span(MOSCOW, MONDAY, "08:59", 60))).isFalse();
    }

    /** Before and after a change of the clocks, or with none at all: nine is nine. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-03-28, 2026-03-28T08:00:00Z",
        "Europe/Berlin,       2026-03-30, 2026-03-30T07:00:00Z",
        "America/New_York,    2026-10-31, 2026-10-31T13:00:00Z",
        "America/New_York,    2026-11-02, 2026-11-02T14:00:00Z",
        "Australia/Lord_Howe, 2026-10-03, 2026-10-02T22:30:00Z",
        "Australia/Lord_Howe, 2026-10-05, 2026-10-04T22:00:00Z",
        "Asia/Kathmandu,      2026-03-29, 2026-03-29T03:15:00Z",
        "Europe/Moscow,       2026-03-29, 2026-03-29T06:00:00Z",
    })
    void a_weekly_nine_o_clock_stays_nine_o_clock(ZoneId zone, LocalDate date, Instant expected) {
        var time = new WorkingTime(
                Arrays.stream(DayOfWeek.values())
                        .map(day -> Hours.of(day, LocalTime.of(9, 0), LocalTime.of(10, 0)))
                        .toList(),
                zone);

        assertThat(time.grid(date, 60, 30)).containsExactly(new Span(expected, expected.plus(Duration.ofHours(1))));
    }

    @Test
    void times_that_the_clocks_leave_out_are_not_offered() {
        var time = week(BERLIN, "SUNDAY 01:00-05:00");

        assertThat(starts(time, SPRING_FORWARD, 30, 30))
                .containsExactly("01:00", "01:30", "03:00", "03:30", "04:00", "04:30");
        assertThat(worked(time, SPRING_FORWARD)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void times_that_the_clocks_show_twice_are_offered_once() {
        var time = week(BERLIN, "SUNDAY 01:00-05:00");

        assertThat(starts(time, FALL_BACK, 30, 30))
                .containsExactly("01:00", "01:30", "02:00", "02:30", "03:00", "03:30", "04:00", "04:30");
        assertThat(worked(time, FALL_BACK)).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void hours_that_lie_in_the_gap_as_a_whole_are_no_working_time() {
        var time = week(BERLIN, "SUNDAY 02:10-02:50");

        assertThat(time.on(SPRING_FORWARD)).isEmpty();
        assertThat(time.grid(SPRING_FORWARD, 10, 10)).isEmpty();
    }

    @Test
    void hours_that_begin_in_the_gap_begin_when_the_clocks_have_jumped() {
        var time = week(BERLIN, "SUNDAY 02:30-04:00");

        assertThat(time.on(SPRING_FORWARD)).containsExactly(span(BERLIN, SPRING_FORWARD, "03:00", 60));
        assertThat(starts(time, SPRING_FORWARD, 30, 30)).containsExactly("03:00", "03:30");
    }

    @Test
    void where_midnight_itself_is_left_out_the_day_begins_later() {
        ZoneId cairo = ZoneId.of("Africa/Cairo"); // 00:00 → 01:00 on the last Friday of April
        LocalDate friday = LocalDate.parse("2026-04-24");
        var time = week(cairo, "THURSDAY 22:00-00:00", "FRIDAY 00:00-02:00");

        assertThat(starts(time, friday.minusDays(1), 60, 60)).containsExactly("22:00", "23:00");
        assertThat(starts(time, friday, 60, 60)).containsExactly("01:00");
        assertThat(worked(time, friday)).isEqualTo(Duration.ofHours(1));
    }

    private static WorkingTime week(ZoneId zone, String... rules) {
        List<Hours> hours = Stream.of(rules)
                .map(rule -> rule.split("[ -]"))
                .map(part -> Hours.of(DayOfWeek.valueOf(part[0]), LocalTime.parse(part[1]), LocalTime.parse(part[2])))
                .toList();
        return new WorkingTime(hours, zone);
    }

    private static List<String> starts(WorkingTime time, LocalDate date, int minutes, int step) {
        ZoneId zone = time.zone();
        return time.grid(date, minutes, step).stream()
                .map(slot -> slot.startsAt().atZone(zone).toLocalTime().toString())
                .toList();
    }

    private static Duration worked(WorkingTime time, LocalDate date) {
        return time.on(date).stream()
                .map(span -> Duration.between(span.startsAt(), span.endsAt()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Span span(ZoneId zone, LocalDate date, String from, int minutes) {
        Instant start = date.atTime(LocalTime.parse(from)).atZone(zone).toInstant();
        return new Span(start, start.plus(Duration.ofMinutes(minutes)));
    }
}
