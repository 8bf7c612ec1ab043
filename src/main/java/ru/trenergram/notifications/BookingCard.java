package ru.trenergram.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Formats;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.Location;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.SeriesAct;
import ru.trenergram.scheduling.Side;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.trainers.Trainers;

/**
 * The words of a booking in a chat, always in the same order: what, when, where, with whom, status, price (LOOK.md,
 * "Bots"), and behind them what somebody wrote.
 */
@Component
class BookingCard {

    private final Clubs clubs;
    private final Trainers trainers;
    private final SessionTimes times;
    private final MessageSource texts;
    private final Clock clock;

    BookingCard(Clubs clubs, Trainers trainers, SessionTimes times, MessageSource texts, Clock clock) {
        this.clubs = clubs;
        this.trainers = trainers;
        this.times = times;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param headline its key
     * @param from when it started before it was moved; null when it was not
     * @param act when other bookings of its series went with it; null when none did
     */
    String text(String headline, BookingView view, @Nullable Instant from, @Nullable SeriesAct act) {
        BookingInfo booking = view.booking();
        Locale locale = view.locale();
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + line(headline, locale) + "</b>");
        String when = times.when(booking, view.recipient());
        lines.add(booking.status() == BookingStatus.CANCELLED ? "<s>" + when + "</s>" : when);
        if (from != null) {
            lines.add(line("booking.was", locale, times.moment(from, booking.zone(), view.recipient())));
        }
        if (act != null) {
            String until = times.moment(act.until(), booking.zone(), view.recipient());
            lines.add(line("booking.series", locale, act.count(), until));
        }
        where(booking).map(Message::escape).ifPresent(lines::add);
        lines.add(with(view));
        lines.add(status(booking, locale) + " · " + price(booking, locale));
        if (willBeCharged(booking)) {
            String moment = times.moment(booking.chargeAt(), booking.zone(), view.recipient());
            lines.add(line("booking.charge_at", locale, moment));
        }
        if (booking.cancelReason() != null) {
            lines.add(line("booking.reason", locale, Message.escape(reason(booking, locale))));
        }
        if (booking.note() != null) {
            lines.add(line("booking.note", locale, Message.escape(booking.note())));
        }
        return String.join("\n", lines);
    }

    /** Asks whether the session is really to be given up, and says what becomes of the money. */
    String question(BookingView view) {
        BookingInfo booking = view.booking();
        Locale locale = view.locale();
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + line(view.isRequest() ? "booking.decline_question" : "booking.cancel_question", locale)
                + "</b>");
        lines.add(times.when(booking, view.recipient()));
        lines.add(with(view));
        String money = whatBecomesOfTheMoney(view);
        if (money != null) {
            lines.add("");
            lines.add(money);
        }
        return String.join("\n", lines);
    }

    /** PRODUCT.md, "Money": nothing comes back after the charge, but for a move by the trainer that is not accepted. */
    private @Nullable String whatBecomesOfTheMoney(BookingView view) {
        BookingInfo booking = view.booking();
        boolean charged = booking.charged()
                || booking.status() == BookingStatus.CONFIRMED
                        && !clock.instant().isBefore(booking.chargeAt());
        if (!charged || booking.price().amount() == 0) {
            return null;
        }
        boolean movedByTrainer = booking.awaiting() == Side.CLIENT;
        String key = movedByTrainer
                ? "booking.money_returns"
                : view.side() == Side.CLIENT ? "booking.money_stays" : "booking.money_stays_with_you";
        return line(key, view.locale(), Formats.money(booking.price(), view.locale()));
    }

    private String with(BookingView view) {
        String key = view.side() == Side.CLIENT ? "booking.with_trainer" : "booking.with_client";
        return line(key, view.locale(), Message.escape(view.other().person().fullName()));
    }

    private String status(BookingInfo booking, Locale locale) {
        String awaiting = booking.awaiting() == null ? "" : "." + booking.awaiting();
        return line("booking.status." + booking.status() + awaiting, locale);
    }

    /** Of what was cancelled the ledger's own message says what became of the money: it may have gone back. */
    private String price(BookingInfo booking, Locale locale) {
        String price = Formats.money(booking.price(), locale);
        boolean paid = booking.charged() && booking.status() != BookingStatus.CANCELLED;
        return paid ? line("booking.price_charged", locale, price) : price;
    }

    private boolean willBeCharged(BookingInfo booking) {
        return booking.status() == BookingStatus.CONFIRMED
                && !booking.charged()
                && booking.price().amount() > 0
                && clock.instant().isBefore(booking.chargeAt());
    }

    /** A person's words as they are; the system gives a code. */
    private String reason(BookingInfo booking, Locale locale) {
        String reason = Objects.requireNonNull(booking.cancelReason());
        if (booking.cancelledBy() != Side.SYSTEM) {
            return reason;
        }
        return switch (reason) {
            case "not_accepted" -> line("booking.reason.not_accepted", locale);
            case "unanswered" -> line("booking.reason.unanswered", locale);
            case "no_answer" -> line("booking.reason.no_answer", locale);
            default -> reason;
        };
    }

    private Optional<String> where(BookingInfo booking) {
        if (booking.locationId() == null) {
            return Optional.ofNullable(trainers.get(booking.trainerId()).place());
        }
        Map<Long, Location> found = clubs.locations(List.of(booking.locationId()));
        return Optional.ofNullable(found.get(booking.locationId()))
                .map(location -> location.name() + ", " + location.address());
    }

    private String line(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
