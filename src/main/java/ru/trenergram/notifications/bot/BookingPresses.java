package ru.trenergram.notifications.bot;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.trenergram.notifications.BookingButton;
import ru.trenergram.notifications.BookingButton.Action;
import ru.trenergram.notifications.BookingCards;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.BookingAction;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Turn;

/**
 * The buttons of a booking's card. Each carries the version that its reader saw: on any other state it does nothing but
 * show that state. Who loses a race all the same is refused by the service, and hears of the change by its own event.
 */
@Component
class BookingPresses implements BotModule {

    private final Bookings bookings;
    private final BookingCards cards;
    private final Clock clock;

    BookingPresses(Bookings bookings, BookingCards cards, Clock clock) {
        this.bookings = bookings;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    public Bot bot() {
        return Bot.MAIN;
    }

    @Override
    public void routes(Routes routes) {
        routes.button(BookingButton.ROUTE, this::press);
    }

    private void press(Turn turn) {
        if (!(turn.input() instanceof Input.Press press)) {
            return;
        }
        Optional<BookingButton> button = BookingButton.of(press);
        Optional<BookingInfo> booking = button.flatMap(known -> bookings.find(known.bookingId()));
        Optional<Actor> actor =
                booking.flatMap(found -> found.participant(turn.user().userId()));
        if (actor.isEmpty()) {
            turn.toast(turn.text("booking.not_yours"));
        } else {
            press(turn, press, button.get(), booking.get(), actor.get());
        }
    }

    private void press(Turn turn, Input.Press press, BookingButton button, BookingInfo booking, Actor actor) {
        if (button.action() == Action.OPEN) {
            cards.open(booking.id(), actor.side());
            return;
        }
        Set<BookingAction> allowed = booking.allowedActions(actor.side(), clock.instant());
        boolean stale = booking.version() != button.version();
        if (button.action() == Action.ASK && !stale && givingUp(allowed).isPresent()) {
            cards.askToGiveUp(booking.id(), actor.side(), press.messageId());
            return;
        }
        if (button.action() != Action.KEEP) {
            turn.toast(turn.text(stale ? outdated(button, booking) : act(button, allowed, booking, actor)));
        }
        cards.update(booking.id(), actor.side(), press.messageId());
    }

    private static String outdated(BookingButton button, BookingInfo booking) {
        return booking.status() == target(button) ? "booking.already" : "booking.stale";
    }

    /** Returns the key of what to say. */
    private String act(BookingButton button, Set<BookingAction> allowed, BookingInfo booking, Actor actor) {
        Optional<BookingAction> action = switch (button.action()) {
            case CONFIRM -> Optional.of(BookingAction.CONFIRM);
            case COMPLETE -> Optional.of(BookingAction.COMPLETE);
            case NO_SHOW -> Optional.of(BookingAction.NO_SHOW);
            case GIVE_UP -> givingUp(allowed);
            case ASK, KEEP, OPEN -> Optional.empty();
        };
        return action.filter(allowed::contains)
                .map(possible -> act(possible, booking, actor))
                .orElse("booking.too_late");
    }

    /** Who is asked declines; who has agreed cancels. */
    private static Optional<BookingAction> givingUp(Set<BookingAction> allowed) {
        return Stream.of(BookingAction.DECLINE, BookingAction.CANCEL)
                .filter(allowed::contains)
                .findFirst();
    }

    private String act(BookingAction action, BookingInfo booking, Actor actor) {
        return switch (action) {
            case CONFIRM -> {
                bookings.confirm(actor, booking.id(), booking.version());
                yield "booking.done.confirmed";
            }
            case DECLINE -> {
                bookings.decline(actor, booking.id(), booking.version(), null);
                yield "booking.done.given_up";
            }
            case CANCEL -> {
                bookings.cancel(actor, booking.id(), booking.version(), null);
                yield "booking.done.given_up";
            }
            case COMPLETE -> {
                bookings.complete(actor, booking.id(), booking.version());
                yield "booking.done.completed";
            }
            case NO_SHOW -> {
                bookings.noShow(actor, booking.id(), booking.version());
                yield "booking.done.no_show";
            }
            case MOVE, EDIT -> throw new IllegalArgumentException("The Mini App does this");
        };
    }

    private static BookingStatus target(BookingButton button) {
        return switch (button.action()) {
            case CONFIRM -> BookingStatus.CONFIRMED;
            case GIVE_UP, ASK, KEEP, OPEN -> BookingStatus.CANCELLED;
            case COMPLETE -> BookingStatus.COMPLETED;
            case NO_SHOW -> BookingStatus.NO_SHOW;
        };
    }
}
