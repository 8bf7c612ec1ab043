package ru.trenergram.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.trenergram.base.TimeMoved;
import ru.trenergram.base.TimeShift;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.Ticking;
import ru.trenergram.simulator.WhenSimulated;

/**
 * Moves the application's time ahead of the real one, and back to it. The shift stands in the database: it outlives a
 * restart and holds on every node, within a second.
 */
@Service
@WhenSimulated
public class DemoClock implements TimeShift, Ticking {

    /** Nothing is booked further ahead. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead;

    DemoClock(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
        this.ahead = stored();
    }

    /** @param now the application's time */
    public record Reading(Instant now, Instant realNow, long aheadSeconds) {}

    @Override
    public Duration ahead() {
        return ahead;
    }

    public Reading read() {
        Instant now = real.instant();
        return new Reading(now.plus(ahead), now, ahead.toSeconds());
    }

    /** @throws SimulatorProblem unless it is forward, and no further than a year from the real time */
    public Reading forward(Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw SimulatorProblem.invalid("moment");
        }
        return move("ahead_millis + :millis", by);
    }

    /** @throws SimulatorProblem unless the moment is still to come, and no further than a year from the real time */
    public Reading travelTo(Instant moment) {
        Duration wanted = Duration.between(real.instant(), moment);
        if (wanted.compareTo(ahead) <= 0) {
            throw SimulatorProblem.invalid("moment");
        }
        return move(":millis", wanted);
    }

    public synchronized Reading backToRealTime() {
        jdbc.sql("UPDATE simulator_clock SET ahead_millis = 0").update();
        hold(Duration.ZERO);
        return read();
    }

    /** Takes over what another node has set. */
    @Override
    public synchronized void tick() {
        hold(stored());
    }

    private synchronized Reading move(String target, Duration by) {
        if (by.compareTo(FARTHEST) > 0) {
            throw SimulatorProblem.invalid("moment");
        }
        Optional<Long> millis = jdbc.sql("""
                        UPDATE simulator_clock SET ahead_millis = %1$s
                        WHERE %1$s > ahead_millis AND %1$s <= :most RETURNING ahead_millis""".formatted(target))
                .param("millis", by.toMillis())
                .param("most", FARTHEST.toMillis())
                .query(Long.class)
                .optional();
        hold(Duration.ofMillis(millis.orElseThrow(() -> SimulatorProblem.invalid("moment"))));
        return read();
    }

    /** Every node tells: the last one to notice does so when all of them have the new time. */
    private void hold(Duration now) {
        if (!now.equals(ahead)) {
            ahead = now;
            events.publishEvent(new TimeMoved());
        }
    }

    private Duration stored() {
        return Duration.ofMillis(jdbc.sql("SELECT ahead_millis FROM simulator_clock")
                .query(Long.class)
                .single());
    }
}
