package ru.trenergram.scheduling.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.ClubBooking;
import ru.trenergram.scheduling.Side;

/** Where a booking stands, as people see it. */
final class Badges {

    private Badges() {}

    static StatusBadge of(ClubBooking booking, Locale locale) {
        return new StatusBadge(token(booking.status()), word(booking.status(), booking.awaiting(), locale));
    }

    static Token token(BookingStatus status) {
        return switch (status) {
            case PENDING -> Token.PENDING;
            case CONFIRMED -> Token.CONFIRMED;
            case COMPLETED -> Token.COMPLETED;
            case CANCELLED -> Token.CANCELLED;
            case NO_SHOW -> Token.NO_SHOW;
        };
    }

    /** @param awaiting null also where it does not matter who is asked */
    static String word(BookingStatus status, @Nullable Side awaiting, Locale locale) {
        return I18NProvider.translate(locale, status.messageKey(awaiting));
    }
}
