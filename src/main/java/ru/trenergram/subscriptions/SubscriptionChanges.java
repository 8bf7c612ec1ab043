package ru.trenergram.subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.Facts;

/** Tells the audit what changes at subscriptions, in the transaction of the change. */
@Component
class SubscriptionChanges {

    private final ApplicationEventPublisher events;

    SubscriptionChanges(ApplicationEventPublisher events) {
        this.events = events;
    }

    void tariff(Side side, long actorId, Subscription former, Subscription now) {
        tell(side, actorId, Thing.SUBSCRIPTION, former.clubId(), former.clubId(), facts(former), facts(now));
    }

    void entry(long actorId, Subscription former, Subscription now, SubscriptionEntry entry) {
        Facts after = facts(now)
                .with("kind", entry.kind().name())
                .with("amount", entry.amount().amount())
                .with("months", entry.months())
                .with("days", entry.days())
                .words("comment", entry.comment());
        tell(Side.SUPERADMIN, actorId, Thing.CLUB_PAYMENT, entry.id(), entry.clubId(), facts(former), after);
    }

    void inForce(Side side, @Nullable Long actorId, long clubId, String former, String now) {
        tell(
                side,
                actorId,
                Thing.SUBSCRIPTION,
                clubId,
                clubId,
                Facts.none().with("in_force", former),
                Facts.none().with("in_force", now));
    }

    private void tell(
            Side side, @Nullable Long actorId, Thing thing, Object id, long clubId, Facts before, Facts after) {
        events.publishEvent(new Changed(side, actorId, thing, id.toString(), clubId, before, after));
    }

    private static Facts facts(Subscription subscription) {
        return Facts.none()
                .with("tariff", subscription.tariffCode())
                .with("price", subscription.price().amount())
                .with(
                        "paid_until",
                        subscription.paidUntil() == null
                                ? null
                                : subscription.paidUntil().toString());
    }
}
