package ru.trenergram.telegram;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.Delivery.Result;
import ru.trenergram.telegram.OutboxQueue.Claimed;

/** Finds the message that a call is about, where that is decided at the last moment, and makes the call. */
@Component
class CardDelivery {

    private static final Logger log = LoggerFactory.getLogger(CardDelivery.class);

    private final Delivery delivery;
    private final Cards cards;
    private final Payloads payloads;

    CardDelivery(Delivery delivery, Cards cards, Payloads payloads) {
        this.delivery = delivery;
        this.cards = cards;
        this.payloads = payloads;
    }

    /** Empty when there is nothing to update. */
    Optional<Result> send(Claimed claimed) {
        return switch (claimed.outgoing().method()) {
            case UPDATE -> cards.target(claimed).map(messageId -> update(claimed, messageId));
            case EDIT_KEYBOARD -> Optional.of(withoutButtons(claimed));
            case MESSAGE, PHOTO, DOCUMENT, EDIT, ANSWER, COPY, COMMANDS, MENU_BUTTON ->
                Optional.of(call(claimed, claimed.outgoing()));
        };
    }

    private Result update(Claimed claimed, long messageId) {
        return switch (call(claimed, payloads.editing(claimed.outgoing(), messageId))) {
            case Result.Gone _ -> call(claimed, payloads.sending(claimed.outgoing()));
            case Result.Sent _ -> new Result.Sent(null); // the live message stays what it is
            case Result other -> other;
        };
    }

    /** What is gone has no buttons either. */
    private Result withoutButtons(Claimed claimed) {
        return switch (call(claimed, claimed.outgoing())) {
            case Result.Gone _ -> new Result.Sent(null);
            case Result other -> other;
        };
    }

    /** A payload that cannot even be read must not hold up its chat. */
    private Result call(Claimed claimed, Outgoing outgoing) {
        try {
            return delivery.send(claimed.chat(), outgoing);
        } catch (RuntimeException e) {
            log.error("Message {} cannot be sent", claimed.id(), e);
            return new Result.Refused(e.toString());
        }
    }
}
