package ru.trenergram.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.Location;
import ru.trenergram.switches.Feature;
import ru.trenergram.switches.Switches;
import ru.trenergram.trainers.RosterEntry;
import ru.trenergram.trainers.SelfBooking;
import ru.trenergram.trainers.SettingsChange;
import ru.trenergram.trainers.TrainerProfile;

/** What may be booked, when, and on which terms; that a time is free is the database's to say. */
@Component
class BookingRules {

    private static final int MIN_MINUTES = 10;
    private static final int MAX_MINUTES = 480;
    private static final long MAX_PRICE = 100_000_000;
    private static final int MAX_NOTE = 1000;

    private final WorkingCalendar calendar;
    private final Clubs clubs;
    private final Switches switches;
    private final Clock clock;

    BookingRules(WorkingCalendar calendar, Clubs clubs, Switches switches, Clock clock) {
        this.calendar = calendar;
        this.clubs = clubs;
        this.switches = switches;
        this.clock = clock;
    }

    /**
     * @throws DomainException {@code switched_off}, {@code self_booking_off}, {@code too_late}, {@code too_far},
     *     {@code slot_unavailable}, {@code validation_failed}
     */
    BookingTerms terms(Side side, NewBooking wish, TrainerProfile trainer, RosterEntry client) {
        Moments.requireWholeMinute("starts_at", wish.startsAt());
        if (side == Side.CLIENT && wish.setsTerms()) {
            throw DomainException.invalid(firstTerm(wish), "trainer_only");
        }
        checkTerms(wish.minutes(), wish.price(), wish.note());
        int minutes = wish.minutes() != null ? wish.minutes() : trainer.sessionMinutes();
        Span time = new Span(wish.startsAt(), wish.startsAt().plus(Duration.ofMinutes(minutes)));
        WorkingTime working = calendar.around(trainer, time);
        if (side == Side.CLIENT) {
            checkSlot(time, trainer, working);
        } else if (time.startsAt().isBefore(clock.instant())) {
            throw new DomainException(ErrorCode.TOO_LATE);
        }
        return new BookingTerms(
                time,
                price(wish, trainer, client),
                trainer.chargeHoursBefore(),
                location(trainer.userId(), wish.locationId()),
                Texts.blankToNull(wish.note()),
                !working.covers(time));
    }

    /** @throws DomainException {@code validation_failed} */
    void checkEdit(Side side, BookingEdit wish) {
        if (wish.startsAt() != null) {
            Moments.requireWholeMinute("starts_at", wish.startsAt());
        }
        if (side == Side.CLIENT && (wish.minutes() != null || wish.price() != null || wish.note() != null)) {
            throw DomainException.invalid(
                    wish.minutes() != null ? "minutes" : wish.price() != null ? "price" : "note", "trainer_only");
        }
        checkTerms(wish.minutes(), wish.price(), wish.note());
    }

    /**
     * Whether a booking may take another time.
     *
     * @return whether that lies outside the working hours
     * @throws DomainException {@code switched_off}, {@code self_booking_off}, {@code too_late}, {@code too_far},
     *     {@code slot_unavailable}
     */
    boolean checkMove(Side side, Booking booking, Span time, TrainerProfile trainer) {
        WorkingTime working = calendar.around(trainer, time);
        if (side == Side.CLIENT) {
            if (trainer.selfBooking() == SelfBooking.OFF) {
                throw new DomainException(ErrorCode.SELF_BOOKING_OFF);
            }
            if (!clock.instant().isBefore(booking.chargeAt())) {
                throw new DomainException(ErrorCode.TOO_LATE);
            }
            checkSlot(time, trainer, working);
        } else if (time.startsAt().isBefore(clock.instant())) {
            throw new DomainException(ErrorCode.TOO_LATE);
        }
        return !working.covers(time);
    }

    /** Whose answer a new or moved booking needs, or null when it is agreed at once. */
    static @Nullable Side awaited(Side by, TrainerProfile trainer) {
        return by == Side.CLIENT ? (trainer.selfBooking() == SelfBooking.INSTANT ? null : Side.TRAINER) : Side.CLIENT;
    }

    private void checkSlot(Span time, TrainerProfile trainer, WorkingTime working) {
        switches.require(Feature.SELF_BOOKING);
        if (trainer.selfBooking() == SelfBooking.OFF) {
            throw new DomainException(ErrorCode.SELF_BOOKING_OFF);
        }
        BookingWindow window = BookingWindow.of(trainer, clock.instant());
        if (time.startsAt().isBefore(window.earliest())) {
            throw new DomainException(ErrorCode.TOO_LATE);
        }
        if (!time.startsAt().isBefore(window.end())) {
            throw new DomainException(ErrorCode.TOO_FAR);
        }
        LocalDate date = LocalDate.ofInstant(time.startsAt(), trainer.timezone());
        if (!working.grid(date, (int) time.minutes(), trainer.slotStepMinutes()).contains(time)) {
            throw new DomainException(ErrorCode.SLOT_UNAVAILABLE);
        }
    }

    private static String firstTerm(NewBooking wish) {
        if (wish.minutes() != null) {
            return "minutes";
        }
        if (wish.price() != null) {
            return "price";
        }
        return wish.note() != null ? "note" : "location_id";
    }

    private static void checkTerms(@Nullable Integer minutes, @Nullable Money price, @Nullable String note) {
        if (minutes != null) {
            checkMinutes(minutes);
        }
        if (price != null) {
            if (!price.currency().equals("RUB")) {
                throw DomainException.invalid("price.currency", "invalid");
            }
            if (price.amount() < 0) {
                throw DomainException.invalid("price.amount", "min", 0);
            }
            if (price.amount() > MAX_PRICE) {
                throw DomainException.invalid("price.amount", "max", MAX_PRICE);
            }
        }
        Texts.check("note", note, MAX_NOTE);
    }

    /** @throws DomainException {@code validation_failed} */
    static void checkMinutes(int minutes) {
        if (minutes < MIN_MINUTES) {
            throw DomainException.invalid("minutes", "min", MIN_MINUTES);
        }
        if (minutes > MAX_MINUTES) {
            throw DomainException.invalid("minutes", "max", MAX_MINUTES);
        }
        if (minutes % SettingsChange.MINUTES_STEP != 0) {
            throw DomainException.invalid("minutes", "multiple", SettingsChange.MINUTES_STEP);
        }
    }

    private static Money price(NewBooking wish, TrainerProfile trainer, RosterEntry client) {
        return wish.price() == null ? client.priceWith(trainer) : wish.price();
    }

    private @Nullable Long location(long trainerId, @Nullable Long wanted) {
        List<Long> locations =
                clubs.locationsOf(trainerId).stream().map(Location::id).toList();
        if (wanted == null) {
            return locations.size() == 1 ? locations.getFirst() : null;
        }
        if (!locations.contains(wanted)) {
            throw DomainException.invalid("location_id", "invalid");
        }
        return wanted;
    }
}
