package ru.trenergram.trainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // over midnight
        "22:00, 08:00, 21:59, 21:59",
        "22:00, 08:00, 22:00, 32:00",
        "22:00, 08:00, 23:30, 32:00",
        "22:00, 08:00, 00:00, 08:00",
        "22:00, 08:00, 07:59, 08:00",
        "22:00, 08:00, 08:00, 08:00",
        "22:00, 00:00, 23:00, 24:00",
        "22:00, 00:00, 00:00, 00:00",
        // within a day
        "00:00, 08:00, 03:00, 08:00",
        "00:00, 08:00, 23:59, 23:59",
        "13:00, 15:00, 12:59, 12:59",
        "13:00, 15:00, 14:00, 15:00",
        // none
        "22:00, 22:00, 22:00, 22:00",
        "00:00, 00:00, 03:00, 03:00",
    })
    void what_is_quiet_waits_for_the_end(LocalTime from, LocalTime to, String at, String end) {
        var hours = new QuietHours(from, to);

        assertThat(hours.orEnd(moscow(at), MOSCOW)).isEqualTo(moscow(end));
        assertThat(hours.isQuiet(moscow(at), MOSCOW)).isEqualTo(!at.equals(end));
    }

    @Test
    void it_goes_by_the_clock_on_the_recipients_wall() {
        Instant evening = Instant.parse("2026-11-30T17:30:00Z");

        assertThat(QuietHours.DEFAULT.isQuiet(evening, MOSCOW)).isFalse();
        assertThat(QuietHours.DEFAULT.isQuiet(evening, ZoneId.of("Asia/Yekaterinburg")))
                .isTrue();
        assertThat(QuietHours.DEFAULT.orEnd(evening, ZoneId.of("Asia/Yekaterinburg")))
                .isEqualTo("2026-12-01T03:00:00Z");
    }

    @Test
    void a_night_that_loses_or_gains_an_hour_ends_by_the_clock_all_the_same() {
        assertThat(QuietHours.DEFAULT.orEnd(Instant.parse("2027-03-27T22:00:00Z"), BERLIN))
                .isEqualTo("2027-03-28T06:00:00Z");
        assertThat(QuietHours.DEFAULT.orEnd(Instant.parse("2026-10-24T21:00:00Z"), BERLIN))
                .isEqualTo("2026-10-25T07:00:00Z");
    }

    @Test
    void an_end_that_does_not_exist_that_night_comes_when_the_clock_has_passed_it() {
        Instant night = Instant.parse("2027-03-28T00:30:00Z"); // the clock goes from 02:00 to 03:00 at 01:00Z

        assertThat(new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30)).orEnd(night, BERLIN))
                .isEqualTo("2027-03-28T01:00:00Z");
        assertThat(new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 0)).orEnd(night, BERLIN))
                .isEqualTo("2027-03-28T01:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"})
    void the_end_is_the_first_moment_that_is_not_quiet(ZoneId zone) {
        var random = new Random(20_261_121);
        Instant change = Instant.parse("2026-08-01T00:00:00Z");
        for (int i = 0; i < 4; i++) {
            change = zone.getRules().nextTransition(change).getInstant();
            for (int n = 0; n < 500; n++) {
                // they do not begin in an hour that comes twice, of which the first would else be cut in two
                var hours = new QuietHours(time(random).withHour(4 + random.nextInt(19)), time(random));
                Instant at = change.plus(Duration.ofMinutes(random.nextInt(48 * 60) - 24 * 60L));
                Instant end = at;
                while (hours.isQuiet(end, zone)) {
                    end = end.plus(Duration.ofMinutes(1));
                }
                assertThat(hours.orEnd(at, zone)).as("%s at %s", hours, at).isEqualTo(end);
            }
        }
    }

    @Test
    void in_an_hour_that_comes_twice_the_end_is_never_in_the_past() {
        var hours = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
        Instant secondTime = Instant.parse("2026-10-25T01:10:00Z"); // 02:10 for the second time

        assertThat(hours.orEnd(secondTime, BERLIN)).isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void at_the_end_it_is_never_quiet_and_never_longer_than_a_day_away() {
        var random = new Random(20_261_121);
        for (int i = 0; i < 20_000; i++) {
            var hours = new QuietHours(time(random), time(random));
            Instant at = Instant.parse("2026-10-20T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(300 * 24 * 60)));
            Instant end = hours.orEnd(at, BERLIN);

            assertThat(hours.isQuiet(end, BERLIN)).as("%s at %s", hours, at).isFalse();
            assertThat(Duration.between(at, end))
                    .as("%s at %s", hours, at)
                    .isBetween(Duration.ZERO, Duration.ofHours(25));
        }
    }

    private static LocalTime time(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }

    /** On a day in Moscow; 24:00 and later are on the next one. */
    private static Instant moscow(String time) {
        String[] parts = time.split(":");
        return Instant.parse("2026-11-29T21:00:00Z")
                .plus(Duration.ofHours(Integer.parseInt(parts[0])))
                .plus(Duration.ofMinutes(Integer.parseInt(parts[1])));
    }
}
