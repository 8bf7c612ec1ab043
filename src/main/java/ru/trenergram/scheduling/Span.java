package ru.trenergram.scheduling;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A stretch of time, its end not included. */
public record Span(Instant startsAt, Instant endsAt) {

    public Span {
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("A span ends after it starts");
        }
    }

    boolean overlaps(Span other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    boolean contains(Span other) {
        return !other.startsAt.isBefore(startsAt) && !other.endsAt.isAfter(endsAt);
    }

    long minutes() {
        return Duration.between(startsAt, endsAt).toMinutes();
    }

    /** The part of it that lies in another span, which it overlaps. */
    Span within(Span other) {
        return new Span(
                startsAt.isBefore(other.startsAt) ? other.startsAt : startsAt,
                endsAt.isAfter(other.endsAt) ? other.endsAt : endsAt);
    }

    /** From the first start to the last end of some spans, of which there is one at least. */
    static Span around(Collection<Span> spans) {
        return new Span(
                spans.stream().map(Span::startsAt).min(naturalOrder()).orElseThrow(),
                spans.stream().map(Span::endsAt).max(naturalOrder()).orElseThrow());
    }

    static long minutes(Collection<Span> spans) {
        return spans.stream().mapToLong(Span::minutes).sum();
    }

    /** The same time in order, with whatever overlaps or touches made one. */
    static List<Span> merge(Collection<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span next :
                spans.stream().sorted(Comparator.comparing(Span::startsAt)).toList()) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || last.endsAt.isBefore(next.startsAt)) {
                merged.add(next);
            } else if (last.endsAt.isBefore(next.endsAt)) {
                merged.set(merged.size() - 1, new Span(last.startsAt, next.endsAt));
            }
        }
        return merged;
    }

    /** What is left of {@code spans} when everything in {@code taken} is cut out, in order. */
    static List<Span> subtract(Collection<Span> spans, Collection<Span> taken) {
        List<Span> cuts = merge(taken);
        List<Span> left = new ArrayList<>();
        for (Span span : merge(spans)) {
            Instant from = span.startsAt;
            for (Span cut : cuts) {
                if (!cut.overlaps(span)) {
                    continue;
                }
                if (from.isBefore(cut.startsAt)) {
                    left.add(new Span(from, cut.startsAt));
                }
                from = cut.endsAt;
            }
            if (from.isBefore(span.endsAt)) {
                left.add(new Span(from, span.endsAt));
            }
        }
        return left;
    }
}
