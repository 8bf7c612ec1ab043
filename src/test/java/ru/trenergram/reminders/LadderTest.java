package ru.trenergram.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.reminders.ReminderStep.FIRST;
import static ru.trenergram.reminders.ReminderStep.HEADS_UP;
import static ru.trenergram.reminders.ReminderStep.SECOND;
import static ru.trenergram.reminders.ReminderStep.THIRD;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.trenergram.reminders.Moment.At;
import ru.trenergram.reminders.Moment.Never;
import ru.trenergram.reminders.Moment.Why;
import ru.trenergram.reminders.Next.Cancel;
import ru.trenergram.reminders.Next.Nothing;
import ru.trenergram.reminders.Next.Remind;
import ru.trenergram.trainers.QuietHours;
import ru.trenergram.trainers.ReminderSettings;

/** PRODUCT.md, "Reminders". Times are Moscow's. */
class LadderTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final QuietHours NO_QUIET = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Wednesday 10:00, booked on Sunday. */
    private final Ladder usual = ladder("2026-12-02T10:00", "2026-11-29T12:00");

    private final Instant booked = usual.since();

    @Test
    void a_session_is_reminded_of_the_day_before_three_times_and_then_cancelled() {
        assertThat(usual.next(Map.of(), booked)).isEqualTo(new Remind(FIRST, at("2026-12-01T12:00")));
        assertThat(usual.next(sent("2026-12-01T12:00"), booked)).isEqualTo(new Remind(SECOND, at("2026-12-01T15:00")));
        assertThat(usual.next(sent("2026-12-01T12:00", "2026-12-01T15:00"), booked))
                .isEqualTo(new Remind(THIRD, at("2026-12-01T18:00")));
        assertThat(usual.next(sent("2026-12-01T12:00", "2026-12-01T15:00", "2026-12-01T18:00"), booked))
                .isEqualTo(new Cancel(at("2026-12-01T21:00")));
    }

    @Test
    void each_step_counts_from_the_actual_sending_of_the_one_before_by_the_minute() {
        Instant sent = at("2026-12-01T14:20").plusSeconds(59);

        assertThat(usual.next(Map.of(FIRST, sent), sent)).isEqualTo(new Remind(SECOND, at("2026-12-01T17:20")));
    }

    @Test
    void what_is_booked_after_the_first_moment_is_reminded_of_five_minutes_later() {
        var late = ladder("2026-12-02T10:00", "2026-12-01T12:01");

        assertThat(late.next(Map.of(), late.since())).isEqualTo(new Remind(FIRST, at("2026-12-01T12:06")));
    }

    @Test
    void what_is_booked_at_the_first_moment_is_reminded_of_at_once() {
        var justNow = ladder("2026-12-02T10:00", "2026-12-01T12:00");

        assertThat(justNow.next(Map.of(), justNow.since())).isEqualTo(new Remind(FIRST, at("2026-12-01T12:00")));
    }

    @Test
    void what_is_booked_for_the_next_minutes_is_not_reminded_of() {
        var soon = ladder("2026-12-01T14:00", "2026-12-01T13:55");

        assertThat(soon.next(Map.of(), soon.since())).isEqualTo(new Nothing());
        assertThat(soon.step(FIRST, Map.of(), soon.since())).isEqualTo(new Never(Why.TOO_LATE));
        assertThat(soon.step(SECOND, Map.of(), soon.since())).isEqualTo(new Never(Why.NO_REMINDER));
        assertThat(soon.autoCancel(Map.of(), soon.since())).isEqualTo(new Never(Why.NO_REMINDER));
    }

    @Test
    void a_moment_that_has_passed_unused_is_now_as_long_as_the_session_lies_ahead() {
        assertThat(usual.next(Map.of(), at("2026-12-01T20:15"))).isEqualTo(new Remind(FIRST, at("2026-12-01T20:15")));
        assertThat(usual.next(Map.of(), at("2026-12-02T09:59"))).isEqualTo(new Remind(FIRST, at("2026-12-02T09:59")));
        assertThat(usual.next(Map.of(), at("2026-12-02T10:00"))).isEqualTo(new Nothing());
        assertThat(usual.next(sent("2026-12-01T12:00"), at("2026-12-02T09:30")))
                .isEqualTo(new Remind(SECOND, at("2026-12-02T09:30")));
    }

    @Test
    void steps_that_are_off_are_passed_over() {
        var settings = new ReminderSettings(true, 2, LocalTime.of(18, 30), null, 5, null, null);
        var ladder = ladder("2026-12-02T10:00", "2026-11-29T12:00", settings, NO_QUIET, MOSCOW);

        assertThat(ladder.next(Map.of(), booked)).isEqualTo(new Remind(FIRST, at("2026-11-30T18:30")));
        assertThat(ladder.next(sent("2026-11-30T18:30"), booked)).isEqualTo(new Remind(THIRD, at("2026-11-30T23:30")));
        assertThat(ladder.next(Map.of(THIRD, at("2026-11-30T23:30")), booked)).isEqualTo(new Nothing());
        assertThat(ladder.step(SECOND, sent("2026-11-30T18:30"), booked)).isEqualTo(new Never(Why.OFF));
        assertThat(ladder.headsUp(booked)).isEqualTo(new Never(Why.OFF));
    }

    @Test
    void without_a_first_reminder_there_is_no_ladder_and_no_cancellation() {
        var settings = new ReminderSettings(true, null, LocalTime.NOON, 3, 3, 3, 2);
        var ladder = ladder("2026-12-02T10:00", "2026-11-29T12:00", settings, NO_QUIET, MOSCOW);

        assertThat(ladder.next(Map.of(), booked)).isEqualTo(new Nothing());
        assertThat(ladder.step(THIRD, Map.of(), booked)).isEqualTo(new Never(Why.NO_REMINDER));
    }

    @Test
    void nothing_happens_when_reminders_are_off() {
        var settings = new ReminderSettings(false, 1, LocalTime.NOON, 3, 3, 3, 2);
        var ladder = ladder("2026-12-02T10:00", "2026-11-29T12:00", settings, NO_QUIET, MOSCOW);

        assertThat(ladder.next(Map.of(), booked)).isEqualTo(new Nothing());
        assertThat(ladder.next(sent("2026-12-01T12:00"), booked)).isEqualTo(new Nothing());
        assertThat(ladder.headsUp(booked)).isEqualTo(new Never(Why.OFF));
    }

    @Test
    void a_step_that_is_switched_on_after_a_later_one_has_gone_does_not_go_any_more() {
        assertThat(usual.next(Map.of(FIRST, at("2026-12-01T12:00"), THIRD, at("2026-12-01T15:00")), booked))
                .isEqualTo(new Cancel(at("2026-12-01T18:00")));
    }

    @Test
    void a_step_waits_for_the_end_of_quiet_hours() {
        assertThat(usual.next(sent("2026-12-01T19:30"), booked)).isEqualTo(new Remind(SECOND, at("2026-12-02T08:00")));
    }

    @Test
    void a_step_that_would_leave_less_than_an_hour_after_quiet_hours_is_dropped_and_so_is_what_follows() {
        var early = ladder("2026-12-02T08:59", "2026-11-29T12:00");
        var inTime = ladder("2026-12-02T09:00", "2026-11-29T12:00");

        assertThat(inTime.next(sent("2026-12-01T19:30"), booked)).isEqualTo(new Remind(SECOND, at("2026-12-02T08:00")));
        assertThat(early.step(SECOND, sent("2026-12-01T19:30"), booked)).isEqualTo(new Never(Why.TOO_LATE));
        assertThat(early.step(THIRD, sent("2026-12-01T19:30"), booked)).isEqualTo(new Never(Why.TOO_LATE));
        assertThat(early.next(sent("2026-12-01T19:30"), booked)).isEqualTo(new Nothing());
    }

    @Test
    void without_a_wait_a_step_may_go_in_the_last_hour_but_not_after_the_start() {
        assertThat(usual.next(sent("2026-12-02T06:30"), booked)).isEqualTo(new Remind(SECOND, at("2026-12-02T09:30")));
        assertThat(usual.next(sent("2026-12-02T07:00"), booked)).isEqualTo(new Nothing());
    }

    @Test
    void the_first_step_goes_at_once_when_waiting_would_leave_less_than_an_hour() {
        var early = ladder("2026-12-02T08:30", "2026-12-01T23:00");
        var inTime = ladder("2026-12-02T09:00", "2026-12-01T23:00");

        assertThat(early.next(Map.of(), early.since())).isEqualTo(new Remind(FIRST, at("2026-12-01T23:05")));
        assertThat(inTime.next(Map.of(), inTime.since())).isEqualTo(new Remind(FIRST, at("2026-12-02T08:00")));
    }

    @Test
    void a_cancellation_waits_for_the_end_of_quiet_hours_and_leaves_an_hour_or_never_happens() {
        Map<ReminderStep, Instant> all = sent("2026-12-01T13:30", "2026-12-01T16:30", "2026-12-01T19:30");
        var eleven = ladder("2026-12-02T11:00", "2026-11-29T12:00");
        var nine = ladder("2026-12-02T09:00", "2026-11-29T12:00");
        var early = ladder("2026-12-02T08:59", "2026-11-29T12:00");

        assertThat(eleven.next(all, booked)).isEqualTo(new Cancel(at("2026-12-02T08:00")));
        assertThat(nine.next(all, booked)).isEqualTo(new Cancel(at("2026-12-02T08:00")));
        assertThat(early.next(all, booked)).isEqualTo(new Nothing());
        assertThat(eleven.next(all, at("2026-12-02T10:00"))).isEqualTo(new Cancel(at("2026-12-02T10:00")));
        assertThat(eleven.next(all, at("2026-12-02T10:01"))).isEqualTo(new Nothing());
    }

    @Test
    void a_cancellation_comes_after_the_last_step_even_when_it_is_set_to_come_sooner() {
        var settings = new ReminderSettings(true, 1, LocalTime.NOON, 3, 3, 1, 2);
        var ladder = ladder("2026-12-02T10:00", "2026-11-29T12:00", settings, NO_QUIET, MOSCOW);

        assertThat(ladder.next(sent("2026-12-01T12:00"), booked)).isEqualTo(new Remind(SECOND, at("2026-12-01T15:00")));
    }

    @Test
    void what_was_dropped_does_not_keep_a_session_from_being_cancelled() {
        // the second, due at 23:00, would have to wait until 08:00
        var settings = new ReminderSettings(true, 1, LocalTime.of(19, 0), 4, 3, 1, 2);
        var ladder = ladder("2026-12-02T08:30", "2026-11-29T12:00", settings, QuietHours.DEFAULT, MOSCOW);

        assertThat(ladder.next(sent("2026-12-01T19:00"), booked)).isEqualTo(new Cancel(at("2026-12-01T20:00")));
    }

    @Test
    void the_first_moment_is_the_trainers_and_quiet_hours_are_the_clients() {
        ZoneId kamchatka = ZoneId.of("Asia/Kamchatka"); // nine hours ahead of Moscow
        var ladder =
                ladder("2026-12-02T10:00", "2026-11-29T12:00", ReminderSettings.DEFAULT, QuietHours.DEFAULT, kamchatka);

        assertThat(ladder.next(Map.of(), booked)).isEqualTo(new Remind(FIRST, at("2026-12-01T12:00")));
        assertThat(ladder.next(sent("2026-12-01T12:00"), booked)).isEqualTo(new Remind(SECOND, at("2026-12-01T23:00")));
    }

    @Test
    void the_first_moment_stays_at_its_hour_over_a_change_of_the_clocks() {
        assertThat(berlin("2027-03-28T10:00", "12:00")).isEqualTo(new At(Instant.parse("2027-03-27T11:00:00Z")));
        assertThat(berlin("2027-03-29T10:00", "12:00")).isEqualTo(new At(Instant.parse("2027-03-28T10:00:00Z")));
        assertThat(berlin("2026-10-25T10:00", "12:00")).isEqualTo(new At(Instant.parse("2026-10-24T10:00:00Z")));
        assertThat(berlin("2026-10-26T10:00", "12:00")).isEqualTo(new At(Instant.parse("2026-10-25T11:00:00Z")));
    }

    @Test
    void a_first_moment_that_does_not_exist_comes_an_hour_later_and_one_that_exists_twice_at_the_first_time() {
        assertThat(berlin("2027-03-29T10:00", "02:30")).isEqualTo(new At(Instant.parse("2027-03-28T01:30:00Z")));
        assertThat(berlin("2026-10-26T10:00", "02:30")).isEqualTo(new At(Instant.parse("2026-10-25T00:30:00Z")));
    }

    @Test
    void hours_between_the_steps_are_real_hours() {
        var settings = new ReminderSettings(true, 1, LocalTime.of(23, 0), 6, null, null, null);
        var ladder = new Ladder(
                local("2027-03-28T20:00", BERLIN),
                local("2027-03-20T12:00", BERLIN),
                settings,
                NO_QUIET,
                BERLIN,
                BERLIN);
        Instant first = local("2027-03-27T23:00", BERLIN);

        assertThat(ladder.next(Map.of(FIRST, first), first))
                .isEqualTo(new Remind(SECOND, local("2027-03-28T06:00", BERLIN)));
    }

    @Test
    void a_session_that_was_moved_to_and_fro_is_not_cancelled_before_the_client_had_time_to_see_it() {
        var movedBack = ladder("2026-12-02T10:00", "2026-12-01T20:00");
        Map<ReminderStep, Instant> all = sent("2026-12-01T12:00", "2026-12-01T15:00", "2026-12-01T18:00");

        assertThat(movedBack.next(all, movedBack.since())).isEqualTo(new Cancel(at("2026-12-02T08:00")));
        assertThat(movedBack.next(sent("2026-12-01T12:00"), movedBack.since()))
                .isEqualTo(new Remind(SECOND, at("2026-12-02T08:00")));
    }

    @Test
    void a_heads_up_comes_two_hours_before_also_in_quiet_hours() {
        assertThat(usual.headsUp(booked)).isEqualTo(new At(at("2026-12-02T08:00")));
        assertThat(ladder("2026-12-02T08:30", "2026-11-29T12:00").headsUp(booked))
                .isEqualTo(new At(at("2026-12-02T06:30")));
        assertThat(usual.step(HEADS_UP, Map.of(), booked)).isEqualTo(new At(at("2026-12-02T08:00")));
    }

    @Test
    void what_is_agreed_within_the_last_hours_needs_no_heads_up() {
        assertThat(ladder("2026-12-02T10:00", "2026-12-02T08:01").headsUp(at("2026-12-02T08:01")))
                .isEqualTo(new Never(Why.TOO_LATE));
        assertThat(ladder("2026-12-02T10:00", "2026-12-02T08:00").headsUp(at("2026-12-02T08:00")))
                .isEqualTo(new At(at("2026-12-02T08:00")));
    }

    @Test
    void a_heads_up_that_is_late_goes_until_a_quarter_of_an_hour_before_the_start() {
        assertThat(usual.headsUp(at("2026-12-02T09:45"))).isEqualTo(new At(at("2026-12-02T09:45")));
        assertThat(usual.headsUp(at("2026-12-02T09:46"))).isEqualTo(new Never(Why.TOO_LATE));
    }

    private static Moment berlin(String startsAt, String firstAt) {
        var settings = new ReminderSettings(true, 1, LocalTime.parse(firstAt), null, null, null, null);
        Instant start = local(startsAt, BERLIN);
        Instant since = start.minusSeconds(30 * 24 * 3600);
        return new Ladder(start, since, settings, NO_QUIET, BERLIN, BERLIN).step(FIRST, Map.of(), since);
    }

    private static Ladder ladder(String startsAt, String since) {
        return ladder(startsAt, since, ReminderSettings.DEFAULT, QuietHours.DEFAULT, MOSCOW);
    }

    private static Ladder ladder(
            String startsAt, String since, ReminderSettings settings, QuietHours quietHours, ZoneId clientsZone) {
        return new Ladder(at(startsAt), at(since), settings, quietHours, MOSCOW, clientsZone);
    }

    private static Map<ReminderStep, Instant> sent(String... moments) {
        Map<ReminderStep, Instant> sent = new LinkedHashMap<>();
        for (int i = 0; i < moments.length; i++) {
            sent.put(Ladder.STEPS.get(i), at(moments[i]));
        }
        return sent;
    }

    private static Instant at(String local) {
        return local(local, MOSCOW);
    }

    private static Instant local(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
