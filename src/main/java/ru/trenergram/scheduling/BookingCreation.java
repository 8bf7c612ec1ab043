package ru.trenergram.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.RosterEntry;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** How every new booking comes into being, alone or in a series. */
@Component
class BookingCreation {

    private final BookingRepository bookings;
    private final BookingHistory history;
    private final Occupancy occupancy;
    private final StaffDuty staffDuty;
    private final Trainers trainers;
    private final Roster roster;
    private final Clock clock;

    BookingCreation(
            BookingRepository bookings,
            BookingHistory history,
            Occupancy occupancy,
            StaffDuty staffDuty,
            Trainers trainers,
            Roster roster,
            Clock clock) {
        this.bookings = bookings;
        this.history = history;
        this.occupancy = occupancy;
        this.staffDuty = staffDuty;
        this.trainers = trainers;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * Somebody may book, and everybody else who wants time of this trainer waits.
     *
     * @param resource what is to be occupied
     */
    record Opening(Actor by, TrainerProfile trainer, RosterEntry client, long resource, Instant now) {}

    /** @throws DomainException {@code not_found}, {@code not_on_roster} */
    Opening open(Actor by, NewBooking wish) {
        requireOwn(by, wish);
        TrainerProfile trainer = trainers.get(wish.trainerId());
        RosterEntry client = roster.take(wish.trainerId(), wish.clientId())
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_ON_ROSTER));
        // before anything is read that it rests upon: a day off may just be in the making
        long resource = occupancy.lock(trainer.userId());
        return new Opening(by, trainer, client, resource, clock.instant());
    }

    /**
     * @param series null for a booking that stands alone, like {@code act}
     * @throws DomainException {@code slot_taken}
     */
    UUID add(Opening opening, BookingTerms terms, @Nullable SeriesPlace series, @Nullable SeriesAct act) {
        Actor by = opening.by();
        TrainerProfile trainer = opening.trainer();
        long client = opening.client().clientId();
        Booking booking = bookings.saveAndFlush(new Booking(
                trainer.userId(), client, terms, BookingRules.awaited(by.side(), trainer), series, by, opening.now()));
        occupancy.occupy(opening.resource(), booking.time(), booking.getId());
        roster.touch(trainer.userId(), client, opening.now());
        history.tell(new BookingEvents.BookingCreated(booking.getId(), booking.version(), by, act), opening.now());
        return booking.getId();
    }

    private void requireOwn(Actor by, NewBooking wish) {
        switch (by.side()) {
            case TRAINER -> requireSame(by.userId(), wish.trainerId());
            case CLIENT -> requireSame(by.userId(), wish.clientId());
            case STAFF -> staffDuty.require(by, wish.locationId(), wish.trainerId());
            case SYSTEM -> throw new IllegalArgumentException("The system books nothing");
        }
    }

    private static void requireSame(@Nullable Long userId, long expected) {
        if (userId == null || userId != expected) {
            throw DomainException.notFound();
        }
    }
}
