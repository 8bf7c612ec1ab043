package ru.trenergram.simulator.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.faults.Faults;
import ru.trenergram.simulator.time.DemoClock;

/** The demo clock, and at a glance what else is not as usual (docs/simulator.md). */
@RestController
@RequestMapping("/simulator/api")
@WhenSimulated
class ClockController {

    private final DemoClock clock;
    private final Faults faults;

    ClockController(DemoClock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /**
     * Where to travel: one of both.
     *
     * @param forward {@code 15m}, {@code 1h}, {@code 1d}, or as in ISO 8601
     * @param to a moment with its offset from UTC, as in {@code 2026-12-01T09:00:00+03:00}
     */
    record Travel(@Nullable String forward, @Nullable String to) {}

    record State(DemoClock.Reading clock, int activeFaults) {}

    @GetMapping("/state")
    State state() {
        return new State(clock.read(), faults.countActive());
    }

    @GetMapping("/clock")
    DemoClock.Reading read() {
        return clock.read();
    }

    @PostMapping("/clock")
    DemoClock.Reading travel(@RequestBody Travel travel) {
        if (travel.forward() != null && travel.to() == null) {
            return clock.forward(duration(travel.forward()));
        }
        if (travel.to() != null && travel.forward() == null) {
            return clock.travelTo(moment(travel.to()));
        }
        throw SimulatorProblem.invalid("moment");
    }

    @DeleteMapping("/clock")
    DemoClock.Reading back() {
        return clock.backToRealTime();
    }

    private static Duration duration(String text) {
        try {
            return DurationStyle.detectAndParse(text.strip());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw SimulatorProblem.invalid("moment");
        }
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            throw SimulatorProblem.invalid("moment");
        }
    }
}
