package ru.trenergram.scheduling.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar shows, as it stands in the address. What is mistyped there is as if it were not.
 *
 * @param week instead of a day
 * @param trainers their Telegram ids; empty for all
 * @param location null for all
 * @param cancelled whether cancelled bookings are shown
 * @param booking the one that is open, or null
 */
record CalendarState(
        LocalDate date,
        boolean week,
        Set<Long> trainers,
        @Nullable Long location,
        boolean cancelled,
        @Nullable UUID booking) {

    static CalendarState of(QueryParameters parameters, LocalDate today) {
        return new CalendarState(
                parameter(parameters, "date", LocalDate::parse)
                        .filter(DayToolbar::isReasonable)
                        .orElse(today),
                parameters.getSingleParameter("view").filter("week"::equals).isPresent(),
                parameter(parameters, "trainer", CalendarState::numbers).orElse(Set.of()),
                parameter(parameters, "location", Long::valueOf).orElse(null),
                parameters.getSingleParameter("cancelled").filter("1"::equals).isPresent(),
                parameter(parameters, "booking", UUID::fromString).orElse(null));
    }

    QueryParameters parameters(LocalDate today) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!date.equals(today)) {
            parameters.put("date", date.toString());
        }
        if (week) {
            parameters.put("view", "week");
        }
        if (!trainers.isEmpty()) {
            parameters.put("trainer", trainers.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        if (location != null) {
            parameters.put("location", location.toString());
        }
        if (cancelled) {
            parameters.put("cancelled", "1");
        }
        if (booking != null) {
            parameters.put("booking", booking.toString());
        }
        return QueryParameters.simple(parameters);
    }

    /** The first day that is shown. */
    LocalDate first() {
        return week ? date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : date;
    }

    int days() {
        return week ? DayOfWeek.values().length : 1;
    }

    CalendarState on(LocalDate other) {
        return new CalendarState(other, week, trainers, location, cancelled, booking);
    }

    CalendarState asWeek(boolean other) {
        return new CalendarState(date, other, trainers, location, cancelled, booking);
    }

    CalendarState of(Set<Long> others) {
        return new CalendarState(date, week, others, location, cancelled, booking);
    }

    CalendarState at(@Nullable Long other) {
        return new CalendarState(date, week, trainers, other, cancelled, booking);
    }

    CalendarState withCancelled(boolean shown) {
        return new CalendarState(date, week, trainers, location, shown, booking);
    }

    CalendarState opened(@Nullable UUID other) {
        return new CalendarState(date, week, trainers, location, cancelled, other);
    }

    private static Set<Long> numbers(String list) {
        return Arrays.stream(list.split(",")).map(Long::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static <T> Optional<T> parameter(QueryParameters parameters, String name, Function<String, T> read) {
        try {
            return parameters.getSingleParameter(name).map(read);
        } catch (DateTimeException | IllegalArgumentException mistyped) {
            return Optional.empty();
        }
    }
}
