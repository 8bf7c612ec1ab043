package ru.trenergram.notifications;

import java.util.Locale;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.Side;
import ru.trenergram.users.UserInfo;

/**
 * A booking as one of its two people is to see it.
 *
 * @param side TRAINER or CLIENT: which of them the recipient is
 */
record BookingView(BookingInfo booking, Side side, UserInfo recipient, UserInfo other) {

    /** Whether the recipient is the trainer, whom the client asks. */
    boolean isRequest() {
        return side == Side.TRAINER && booking.awaiting() == Side.TRAINER;
    }

    /** Of the recipient. */
    Locale locale() {
        return recipient.language();
    }
}
