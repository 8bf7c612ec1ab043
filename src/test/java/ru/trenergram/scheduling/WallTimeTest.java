package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WallTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_week_later_the_clock_shows_the_same() {
        WallTime nine = WallTime.of(Instant.parse("2027-03-22T08:00:00Z"), BERLIN);

        assertThat(nine.plusWeeks(1).instant()).isEqualTo("2027-03-29T07:00:00Z");
        assertThat(nine.until(nine.plusWeeks(1))).isEqualTo(Duration.ofDays(7));
        assertThat(nine.plus(Duration.ofDays(7)).instant()).isEqualTo("2027-03-29T07:00:00Z");
    }

    @Test
    void an_hour_that_the_clocks_leave_out_does_not_exist_and_lies_that_much_later() {
        WallTime skipped = new WallTime(LocalDateTime.parse("2027-03-28T02:30"), BERLIN);

        assertThat(skipped.exists()).isFalse();
        assertThat(skipped.instant()).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(skipped.plusWeeks(1).exists()).isTrue();
    }

    @Test
    void of_an_hour_that_the_clocks_show_twice_the_first_is_meant() {
        WallTime twice = new WallTime(LocalDateTime.parse("2026-10-25T02:30"), BERLIN);

        assertThat(twice.exists()).isTrue();
        assertThat(twice.instant()).isEqualTo("2026-10-25T00:30:00Z");
    }
}
