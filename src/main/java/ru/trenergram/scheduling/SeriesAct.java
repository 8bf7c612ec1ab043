package ru.trenergram.scheduling;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to several bookings of a series at once. Each of them has an event of its own with this in it; one of
 * the events speaks for all, so that people hear of the act once.
 *
 * @param place of the event's booking among those that the act touched, from 0
 * @param count how many it touched
 * @param until when the last of them starts
 */
public record SeriesAct(int place, int count, Instant until) {

    /** One for each of the bookings, in their order; none when there is but one of them. */
    static List<@Nullable SeriesAct> on(List<Span> times) {
        int count = times.size();
        Instant until = times.stream().map(Span::startsAt).max(naturalOrder()).orElse(Instant.EPOCH);
        return IntStream.range(0, count)
                .<@Nullable SeriesAct>mapToObj(place -> count == 1 ? null : new SeriesAct(place, count, until))
                .toList();
    }

    /** Whether this event is the one to tell people of. */
    public boolean speaksForAll() {
        return place == 0;
    }
}
