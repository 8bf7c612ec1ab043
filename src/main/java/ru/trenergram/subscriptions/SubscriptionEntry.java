package ru.trenergram.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * Something that moved the last paid day of a club.
 *
 * @param amount that the club paid; less than zero for what was returned
 * @param months bought; less than zero for those that were taken back
 * @param days given
 * @param paidBefore the last paid day before it, and {@code paidAfter} after it; null where nothing was paid
 * @param refundOf the payment that it returns
 * @param actorId the user id of who entered it
 */
public record SubscriptionEntry(
        long id,
        long clubId,
        Kind kind,
        Money amount,
        int months,
        int days,
        String tariffCode,
        @Nullable LocalDate paidBefore,
        @Nullable LocalDate paidAfter,
        @Nullable Long refundOf,
        String comment,
        long actorId,
        Instant at) {

    public enum Kind {
        PAYMENT,
        REFUND,
        PROLONGATION,
        TARIFF_CHANGE
    }
}
