package ru.trenergram.subscriptions;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * What a club pays for.
 *
 * @param tariffCode that it has chosen; another one is in force while that is not paid for
 * @param price a month, as it was when the tariff was chosen
 * @param paidUntil the last paid day; null when nothing was ever paid, or there is nothing to pay
 * @param zone of the club, whose days these are
 * @param version of its last change
 */
public record Subscription(
        long clubId,
        String tariffCode,
        Money price,
        @Nullable LocalDate paidUntil,
        ZoneId zone,
        int version) {

    public enum State {
        /** There is nothing to pay. */
        FREE,
        /** A tariff is chosen that was never paid for. */
        UNPAID,
        PAID,
        /** The paid time is over; for some days all goes on as if it were not. */
        GRACE,
        /** The grace is over, too: the free tariff is in force. */
        EXPIRED
    }

    /** @param today in the club's zone */
    public State state(LocalDate today) {
        if (price.amount() == 0) {
            return State.FREE;
        }
        if (paidUntil == null) {
            return State.UNPAID;
        }
        if (!today.isAfter(paidUntil)) {
            return State.PAID;
        }
        return PaidTime.isOver(paidUntil, today) ? State.EXPIRED : State.GRACE;
    }

    /** The last day on which the tariff is in force without a further payment; null when there is none. */
    public @Nullable LocalDate graceUntil() {
        return paidUntil == null ? null : PaidTime.graceUntil(paidUntil);
    }

    Subscription with(String tariff, Money itsPrice, @Nullable LocalDate paid) {
        return new Subscription(clubId, tariff, itsPrice, paid, zone, version);
    }

    Subscription paidUntil(LocalDate paid) {
        return with(tariffCode, price, paid);
    }
}
