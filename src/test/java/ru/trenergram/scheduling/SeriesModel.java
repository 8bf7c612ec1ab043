package ru.trenergram.scheduling;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.scheduling.SeriesConflict.Reason;

/** The rules of series, written down a second time as plainly as can be: lists, loops and no database. */
final class SeriesModel {

    final ZoneId zone;
    final List<Entry> entries = new ArrayList<>();
    Instant now = Instant.EPOCH;

    SeriesModel(ZoneId zone) {
        this.zone = zone;
    }

    static final class Entry {
        final UUID id;
        final @Nullable Object series;
        final int index;
        final int count;
        Instant start;
        long minutes = 60;
        long price;
        BookingStatus status = BookingStatus.PENDING;
        Instant chargeAt;
        boolean charged;

        @Nullable Side cancelledBy;

        int version;

        Entry(UUID id, @Nullable Object series, int index, int count, Instant start, long price) {
            this.id = id;
            this.series = series;
            this.index = index;
            this.count = count;
            this.start = start;
            this.price = price;
            this.chargeAt = start.minus(Duration.ofHours(12));
        }

        Instant end() {
            return start.plus(Duration.ofMinutes(minutes));
        }

        boolean isLive() {
            return status != BookingStatus.CANCELLED;
        }

        @Override
        public String toString() {
            return line(
                    id,
                    series == null ? "alone" : index + "/" + count,
                    start,
                    minutes,
                    status,
                    price,
                    chargeAt,
                    version);
        }
    }

    private record Target(Entry entry, Instant start, long minutes, boolean exists) {}

    static String line(
            UUID id,
            String place,
            Instant start,
            long minutes,
            BookingStatus status,
            long price,
            Instant chargeAt,
            int version) {
        return String.join(
                " ",
                id.toString(),
                place,
                start + "+" + minutes,
                status + "",
                price + "",
                chargeAt + "",
                "v" + version);
    }

    Set<String> state() {
        return entries.stream().map(Entry::toString).collect(Collectors.toSet());
    }

    /** What is the next to take place. */
    Optional<Entry> next() {
        return entries.stream()
                .filter(entry -> entry.isLive() && now.isBefore(entry.start))
                .min(Comparator.comparing(entry -> entry.start));
    }

    /** @param ids of what the service has made, in the order of the weeks */
    void create(Instant start, int weeks, boolean skip, long price, List<UUID> ids) {
        if (start.isBefore(now)) {
            throw new DomainException(ErrorCode.TOO_LATE);
        }
        List<Instant> free = new ArrayList<>();
        List<SeriesConflict> conflicts = new ArrayList<>();
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        for (int week = 0; week < weeks; week++) {
            LocalDateTime wall = local.plusDays(7L * week);
            Instant moment = week == 0 ? start : instant(wall);
            if (week > 0 && !exists(wall)) {
                conflicts.add(new SeriesConflict(moment, Reason.NO_SUCH_TIME));
            } else if (isTaken(moment, 60, Entry::isLive)) {
                conflicts.add(new SeriesConflict(moment, Reason.TAKEN));
            } else {
                free.add(moment);
            }
        }
        if (free.isEmpty() || !conflicts.isEmpty() && !skip) {
            throw new SeriesConflictException(conflicts, zone);
        }
        Object series = free.size() == 1 ? null : new Object();
        for (int i = 0; i < free.size(); i++) {
            entries.add(new Entry(ids.get(i), series, i + 1, free.size(), free.get(i), price));
        }
    }

    void confirm(Entry entry) {
        if (entry.status == BookingStatus.CONFIRMED) {
            return;
        }
        if (entry.status != BookingStatus.PENDING) {
            throw new DomainException(ErrorCode.INVALID_TRANSITION);
        }
        entry.status = BookingStatus.CONFIRMED;
        entry.version++;
    }

    void cancel(Entry named, SeriesScope scope, Side by) {
        boolean whole = scope == SeriesScope.THIS || named.series == null;
        List<Entry> reached = whole
                ? List.of(named).stream()
                        .filter(entry -> entry.isLive() && now.isBefore(entry.start))
                        .toList()
                : reached(named, scope);
        if (reached.isEmpty() && named.cancelledBy != by) {
            throw new DomainException(ErrorCode.INVALID_TRANSITION);
        }
        if (whole && named.cancelledBy == by) {
            return;
        }
        for (Entry entry : reached) {
            entry.status = BookingStatus.CANCELLED;
            entry.cancelledBy = by;
            entry.version++;
        }
    }

    void edit(Entry named, BookingEdit wish, SeriesScope scope) {
        if (scope == SeriesScope.THIS || named.series == null) {
            editOne(named, wish);
            return;
        }
        List<Entry> reached = reached(named, scope);
        if (reached.isEmpty()) {
            throw new DomainException(ErrorCode.INVALID_TRANSITION);
        }
        LocalDateTime from = LocalDateTime.ofInstant(named.start, zone);
        LocalDateTime to = LocalDateTime.ofInstant(requireNonNullElse(wish.startsAt(), named.start), zone);
        List<Target> targets = new ArrayList<>();
        for (Entry entry : reached) {
            LocalDateTime wall = LocalDateTime.ofInstant(entry.start, zone).plus(Duration.between(from, to));
            Instant start = entry == named
                    ? requireNonNullElse(wish.startsAt(), named.start)
                    : from.equals(to) ? entry.start : instant(wall);
            boolean exists = entry == named || from.equals(to) || exists(wall);
            targets.add(new Target(entry, start, requireNonNullElse(wish.minutes(), (int) entry.minutes), exists));
        }
        List<Target> moving = targets.stream()
                .filter(target -> !target.start.equals(target.entry.start) || target.minutes != target.entry.minutes)
                .toList();
        if (moving.stream().anyMatch(target -> target.start.isBefore(now))) {
            throw new DomainException(ErrorCode.TOO_LATE);
        }
        requireRoom(moving);
        targets.forEach(target -> change(target.entry, target.start, target.minutes, wish));
    }

    private void editOne(Entry entry, BookingEdit wish) {
        Instant start = requireNonNullElse(wish.startsAt(), entry.start);
        long minutes = requireNonNullElse(wish.minutes(), (int) entry.minutes);
        if (!start.equals(entry.start) || minutes != entry.minutes) {
            if (!entry.isLive() || !now.isBefore(entry.start)) {
                throw new DomainException(ErrorCode.INVALID_TRANSITION);
            }
            if (start.isBefore(now)) {
                throw new DomainException(ErrorCode.TOO_LATE);
            }
            if (isTaken(start, minutes, other -> other.isLive() && other != entry)) {
                throw new DomainException(ErrorCode.SLOT_TAKEN);
            }
        }
        if (wish.price() != null && wish.price().amount() != entry.price) {
            if (!entry.isLive()) {
                throw new DomainException(ErrorCode.INVALID_TRANSITION);
            }
            if (isCharged(entry)) {
                throw new DomainException(ErrorCode.ALREADY_CHARGED);
            }
        }
        change(entry, start, minutes, wish);
    }

    private void change(Entry entry, Instant start, long minutes, BookingEdit wish) {
        long price = wish.price() == null ? entry.price : wish.price().amount();
        boolean moves = !start.equals(entry.start);
        if (!moves && minutes == entry.minutes && price == entry.price) {
            return;
        }
        if (moves) {
            if (isCharged(entry)) {
                entry.charged = true;
            } else {
                entry.chargeAt = start.minus(Duration.ofHours(12));
            }
            entry.status = BookingStatus.PENDING;
        }
        entry.start = start;
        entry.minutes = minutes;
        entry.price = price;
        entry.version++;
    }

    /** Those that move are out of one another's way until they arrive, in the order of the series. */
    private void requireRoom(List<Target> moving) {
        List<Entry> gone = moving.stream().map(Target::entry).toList();
        List<Target> arrived = new ArrayList<>();
        List<SeriesConflict> conflicts = new ArrayList<>();
        for (Target target : moving) {
            Instant end = target.start.plus(Duration.ofMinutes(target.minutes));
            boolean taken = isTaken(target.start, target.minutes, other -> other.isLive() && !gone.contains(other))
                    || arrived.stream()
                            .anyMatch(other -> other.start.isBefore(end)
                                    && target.start.isBefore(other.start.plus(Duration.ofMinutes(other.minutes))));
            if (!target.exists) {
                conflicts.add(new SeriesConflict(target.start, Reason.NO_SUCH_TIME));
            } else if (taken) {
                conflicts.add(new SeriesConflict(target.start, Reason.TAKEN));
            } else {
                arrived.add(target);
            }
        }
        if (!conflicts.isEmpty()) {
            throw new SeriesConflictException(conflicts, zone);
        }
    }

    private List<Entry> reached(Entry named, SeriesScope scope) {
        return entries.stream()
                .filter(entry -> entry.series == named.series)
                .filter(entry -> scope == SeriesScope.ALL || entry.index >= named.index)
                .filter(entry -> entry.isLive() && now.isBefore(entry.start) && !isCharged(entry))
                .toList();
    }

    private boolean isCharged(Entry entry) {
        return entry.charged
                || entry.price > 0 && entry.status == BookingStatus.CONFIRMED && !now.isBefore(entry.chargeAt);
    }

    private boolean isTaken(Instant start, long minutes, Predicate<Entry> by) {
        Instant end = start.plus(Duration.ofMinutes(minutes));
        return entries.stream().filter(by).anyMatch(other -> other.start.isBefore(end) && start.isBefore(other.end()));
    }

    private boolean exists(LocalDateTime wall) {
        return !zone.getRules().getValidOffsets(wall).isEmpty();
    }

    /** The earlier one of two; one that the clocks leave out is read with the offset from before they changed. */
    private Instant instant(LocalDateTime wall) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        ZoneOffset offset =
                offsets.isEmpty() ? zone.getRules().getTransition(wall).getOffsetBefore() : offsets.getFirst();
        return wall.toInstant(offset);
    }
}
