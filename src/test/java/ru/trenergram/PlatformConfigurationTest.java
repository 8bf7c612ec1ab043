package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlatformConfigurationTest {

    private final PlatformConfiguration platform = new PlatformConfiguration();

    @Test
    void the_time_is_the_systems_where_nothing_shifts_it() {
        assertThat(platform.clock(Optional.empty())).isEqualTo(Clock.systemUTC());
    }

    @Test
    void the_time_is_ahead_by_what_the_shift_says_at_that_moment() {
        var ahead = new AtomicReference<>(Duration.ZERO);
        Clock clock = platform.clock(Optional.of(ahead::get));
        assertThat(Duration.between(Clock.systemUTC().instant(), clock.instant()))
                .isLessThan(Duration.ofMinutes(1));

        ahead.set(Duration.ofDays(2));

        assertThat(Duration.between(Clock.systemUTC().instant(), clock.instant()))
                .isBetween(
                        Duration.ofDays(2).minusMinutes(1), Duration.ofDays(2).plusMinutes(1));
        assertThat(clock.withZone(ZoneOffset.ofHours(3)).instant())
                .isAfter(Clock.systemUTC().instant().plus(Duration.ofDays(1)));
    }
}
