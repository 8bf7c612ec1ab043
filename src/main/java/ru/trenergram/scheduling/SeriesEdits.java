package ru.trenergram.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** Edits several bookings of a series at once. */
@Component
class SeriesEdits {

    private final BookingEdits edits;
    private final Occupancy occupancy;
    private final WorkingCalendar calendar;
    private final Trainers trainers;

    SeriesEdits(BookingEdits edits, Occupancy occupancy, WorkingCalendar calendar, Trainers trainers) {
        this.edits = edits;
        this.occupancy = occupancy;
        this.calendar = calendar;
        this.trainers = trainers;
    }

    private record Change(Booking booking, BookingEdit wish, Span before, PlannedTime time) {

        boolean retimes() {
            return !before.equals(time.span());
        }
    }

    /**
     * @param named what the wish was expressed of; it need not be among those to edit
     * @throws SeriesConflictException when not all of them can take their new time
     * @throws DomainException {@code too_late}, {@code validation_failed}
     */
    void edit(Actor by, Booking named, BookingEdit wish, List<Booking> bookings, Instant now) {
        TrainerProfile trainer = trainers.get(named.trainerId());
        ZoneId zone = trainer.timezone();
        Duration shift = wish.startsAt() == null
                ? Duration.ZERO
                : WallTime.of(named.time().startsAt(), zone).until(WallTime.of(wish.startsAt(), zone));
        List<Change> changes = bookings.stream()
                .map(booking -> booking == named ? exactly(named, wish) : shifted(booking, wish, shift, zone))
                .filter(change -> change.booking.differsFrom(change.wish))
                .toList();
        retime(changes.stream().filter(Change::retimes).toList(), trainer, now);
        List<@Nullable SeriesAct> acts =
                SeriesAct.on(changes.stream().map(change -> change.time.span()).toList());
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            edits.finish(change.booking, change.before, by, change.wish, trainer, acts.get(i), now);
        }
    }

    private static Change exactly(Booking booking, BookingEdit wish) {
        return new Change(booking, wish, booking.time(), new PlannedTime(booking.timeAfter(wish), true));
    }

    private static Change shifted(Booking booking, BookingEdit wish, Duration shift, ZoneId zone) {
        if (shift.isZero()) {
            return exactly(booking, wish.startingAt(null));
        }
        WallTime start = WallTime.of(booking.time().startsAt(), zone).plus(shift);
        BookingEdit own = wish.startingAt(start.instant());
        return new Change(booking, own, booking.time(), new PlannedTime(booking.timeAfter(own), start.exists()));
    }

    /** All leave their old times before any takes its new one: bookings of a series may change places. */
    private void retime(List<Change> changes, TrainerProfile trainer, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        for (Change change : changes) {
            Instant start = change.time.span().startsAt();
            Moments.requireWholeMinute("starts_at", start);
            if (start.isBefore(now)) {
                throw new DomainException(ErrorCode.TOO_LATE);
            }
        }
        long resource = occupancy.lock(trainer.userId());
        changes.forEach(change -> occupancy.free(change.booking.getId()));
        List<SeriesConflict> conflicts = new ArrayList<>();
        for (Change change : changes) {
            if (!change.time.exists() || !occupancy.tryToOccupy(resource, change.time.span(), change.booking.getId())) {
                conflicts.add(change.time.conflict());
            }
        }
        if (!conflicts.isEmpty()) {
            throw new SeriesConflictException(conflicts, trainer.timezone());
        }
        WorkingTime working = calendar.around(
                trainer,
                Span.around(changes.stream().map(change -> change.time.span()).toList()));
        changes.forEach(change -> change.booking.takeTime(change.time.span(), !working.covers(change.time.span())));
    }
}
