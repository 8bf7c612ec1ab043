package ru.trenergram.subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.clubs.ClubTariffs;

/** Puts a tariff into force at a club, and tells the audit; the club stays locked until the end of the transaction. */
@Component
class Enforcement {

    private final ClubTariffs clubs;
    private final SubscriptionChanges changes;

    Enforcement(ClubTariffs clubs, SubscriptionChanges changes) {
        this.clubs = clubs;
        this.changes = changes;
    }

    void put(Side side, @Nullable Long actorId, long clubId, String tariffCode) {
        String former = clubs.lock(clubId);
        if (!former.equals(tariffCode)) {
            clubs.putInForce(clubId, tariffCode);
            changes.inForce(side, actorId, clubId, former, tariffCode);
        }
    }
}
