package ru.trenergram.scheduling.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.trenergram.scheduling.BookingStatus;

/**
 * What the list of bookings shows, as it stands in the address. What is mistyped there is as if it were not.
 *
 * @param trainer the Telegram id, as of {@code client}
 * @param oldestFirst else those that start last come first
 * @param booking the one that is open
 */
record BookingsState(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<BookingStatus> statuses,
        @Nullable Long trainer,
        @Nullable Long client,
        @Nullable Long location,
        boolean oldestFirst,
        @Nullable UUID booking) {

    static BookingsState of(QueryParameters parameters) {
        return new BookingsState(
                day(parameters, "from"),
                day(parameters, "to"),
                CalendarState.parameter(parameters, "status", BookingsState::statuses)
                        .orElse(Set.of()),
                CalendarState.parameter(parameters, "trainer", Long::valueOf).orElse(null),
                CalendarState.parameter(parameters, "client", Long::valueOf).orElse(null),
                CalendarState.parameter(parameters, "location", Long::valueOf).orElse(null),
                parameters.getSingleParameter("order").filter("oldest"::equals).isPresent(),
                CalendarState.parameter(parameters, "booking", UUID::fromString).orElse(null));
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "from", from);
        put(parameters, "to", to);
        if (!statuses.isEmpty()) {
            parameters.put(
                    "status",
                    statuses.stream()
                            .map(status -> status.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(",")));
        }
        put(parameters, "trainer", trainer);
        put(parameters, "client", client);
        put(parameters, "location", location);
        if (oldestFirst) {
            parameters.put("order", "oldest");
        }
        put(parameters, "booking", booking);
        return QueryParameters.simple(parameters);
    }

    /** Whether another list is shown, and not only another booking of it. */
    boolean isSameList(@Nullable BookingsState other) {
        return other != null && opened(null).equals(other.opened(null));
    }

    boolean isFiltered() {
        return !new BookingsState(null, null, Set.of(), null, null, null, oldestFirst, booking).equals(this);
    }

    BookingsState between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new BookingsState(first, last, statuses, trainer, client, location, oldestFirst, null);
    }

    BookingsState in(Set<BookingStatus> others) {
        return new BookingsState(from, to, others, trainer, client, location, oldestFirst, null);
    }

    BookingsState of(@Nullable Long otherTrainer) {
        return new BookingsState(from, to, statuses, otherTrainer, client, location, oldestFirst, null);
    }

    BookingsState with(@Nullable Long otherClient) {
        return new BookingsState(from, to, statuses, trainer, otherClient, location, oldestFirst, null);
    }

    BookingsState at(@Nullable Long otherLocation) {
        return new BookingsState(from, to, statuses, trainer, client, otherLocation, oldestFirst, null);
    }

    BookingsState ordered(boolean oldest) {
        return new BookingsState(from, to, statuses, trainer, client, location, oldest, null);
    }

    BookingsState opened(@Nullable UUID other) {
        return new BookingsState(from, to, statuses, trainer, client, location, oldestFirst, other);
    }

    private static @Nullable LocalDate day(QueryParameters parameters, String name) {
        return CalendarState.parameter(parameters, name, LocalDate::parse)
                .filter(DayToolbar::isReasonable)
                .orElse(null);
    }

    private static Set<BookingStatus> statuses(String list) {
        return Arrays.stream(list.split(","))
                .map(name -> BookingStatus.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BookingStatus.class)));
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
