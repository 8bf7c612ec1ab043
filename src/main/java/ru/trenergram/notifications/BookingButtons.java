package ru.trenergram.notifications;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.notifications.BookingButton.Action;
import ru.trenergram.scheduling.BookingAction;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.Side;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.trainers.SelfBooking;
import ru.trenergram.trainers.Trainers;

/** The buttons under a booking's card: what its reader may do at this moment, and the way into the Mini App. */
@Component
class BookingButtons {

    private final Trainers trainers;
    private final BotLinks links;
    private final MessageSource texts;
    private final Clock clock;

    BookingButtons(Trainers trainers, BotLinks links, MessageSource texts, Clock clock) {
        this.trainers = trainers;
        this.links = links;
        this.texts = texts;
        this.clock = clock;
    }

    Keyboard of(BookingView view) {
        BookingInfo booking = view.booking();
        Set<BookingAction> allowed = allowed(view);
        boolean byTrainer = view.side() == Side.TRAINER;
        List<Button> deeds = new ArrayList<>();
        if (allowed.contains(BookingAction.CONFIRM)) {
            deeds.add(button(view, byTrainer ? "booking.do.accept" : "booking.do.confirm", Action.CONFIRM));
        }
        if (allowed.contains(BookingAction.COMPLETE)) {
            deeds.add(button(view, "booking.do.complete", Action.COMPLETE));
        }
        if (allowed.contains(BookingAction.NO_SHOW)) {
            deeds.add(button(view, "booking.do.no_show", Action.NO_SHOW));
        }
        if (mayGiveUp(allowed)) {
            deeds.add(button(view, view.isRequest() ? "booking.do.decline" : "booking.do.cancel", Action.ASK));
        }
        List<Button> ways = new ArrayList<>();
        if (allowed.contains(BookingAction.MOVE)) {
            ways.add(new Button.WebApp(text(view, "booking.do.move"), app(view) + "/move"));
        }
        ways.add(new Button.WebApp(text(view, "booking.open"), app(view)));
        return new Keyboard.Inline(deeds.isEmpty() ? List.of(ways) : List.of(deeds, ways));
    }

    Keyboard yesOrNo(BookingView view) {
        return Keyboard.Inline.column(
                button(view, view.isRequest() ? "booking.do.refuse" : "booking.do.give_up", Action.GIVE_UP),
                button(view, "booking.do.keep", Action.KEEP));
    }

    /** Whether the question can be asked at all. */
    boolean mayGiveUp(BookingView view) {
        return mayGiveUp(allowed(view));
    }

    private static boolean mayGiveUp(Set<BookingAction> allowed) {
        return allowed.contains(BookingAction.DECLINE) || allowed.contains(BookingAction.CANCEL);
    }

    private Set<BookingAction> allowed(BookingView view) {
        Set<BookingAction> allowed = view.booking().allowedActions(view.side(), clock.instant());
        if (view.side() == Side.CLIENT
                && trainers.get(view.booking().trainerId()).selfBooking() == SelfBooking.OFF) {
            allowed.remove(BookingAction.MOVE);
        }
        return allowed;
    }

    /** The page of the booking in the reader's Mini App. */
    private String app(BookingView view) {
        long reader = view.recipient().telegramId();
        String app = view.side() == Side.TRAINER ? links.trainerApp(reader) : links.clientApp(reader);
        return app + "#/booking/" + view.booking().id();
    }

    private Button button(BookingView view, String key, Action action) {
        BookingInfo booking = view.booking();
        return new Button.Callback(text(view, key), new BookingButton(action, booking.id(), booking.version()).data());
    }

    private String text(BookingView view, String key) {
        return texts.getMessage(key, null, view.locale());
    }
}
