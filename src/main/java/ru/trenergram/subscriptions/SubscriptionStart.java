package ru.trenergram.subscriptions;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.clubs.ClubEvents;
import ru.trenergram.tariffs.Tariffs;

/** A club has a subscription from its first moment, in the transaction that makes it. */
@Component
class SubscriptionStart {

    private final SubscriptionRows rows;
    private final Tariffs tariffs;

    SubscriptionStart(SubscriptionRows rows, Tariffs tariffs) {
        this.rows = rows;
        this.tariffs = tariffs;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ClubEvents.ClubFounded event) {
        rows.insert(
                event.clubId(),
                event.tariffCode(),
                tariffs.get(event.tariffCode()).price());
    }
}
