package ru.trenergram.subscriptions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * How the last paid day of a subscription moves (docs/operations.md, "Subscriptions"). All days are those of the club's
 * zone; {@code paidUntil} is null where nothing was ever paid.
 */
final class PaidTime {

    /** After the last paid day; then the club falls to the free tariff. */
    static final int GRACE_DAYS = 7;

    private PaidTime() {}

    /** The last day of grace. */
    static LocalDate graceUntil(LocalDate paidUntil) {
        return paidUntil.plusDays(GRACE_DAYS);
    }

    static boolean isOver(LocalDate paidUntil, LocalDate today) {
        return today.isAfter(graceUntil(paidUntil));
    }

    /** Months go on from the last paid day, also within the grace; later, today is the first of them. */
    static LocalDate withMonths(@Nullable LocalDate paidUntil, int months, LocalDate today) {
        LocalDate first = goOn(paidUntil, today).plusDays(1);
        LocalDate next = first.plusMonths(months);
        boolean shorter = next.getDayOfMonth() < first.getDayOfMonth(); // 30 January and a month: all of February
        return shorter ? next : next.minusDays(1);
    }

    /** Days that are given go on from where paid months would. */
    static LocalDate withDays(@Nullable LocalDate paidUntil, int days, LocalDate today) {
        return goOn(paidUntil, today).plusDays(days);
    }

    private static LocalDate goOn(@Nullable LocalDate paidUntil, LocalDate today) {
        return paidUntil == null || isOver(paidUntil, today) ? today.minusDays(1) : paidUntil;
    }

    /** What is refunded is taken off the end; days that have been are not taken back. */
    static LocalDate withoutMonths(LocalDate paidUntil, int months, LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        if (months == 0 || !paidUntil.isAfter(yesterday)) {
            return paidUntil;
        }
        LocalDate shorter = paidUntil.plusDays(1).minusMonths(months).minusDays(1);
        return shorter.isBefore(yesterday) ? yesterday : shorter;
    }

    /** What is left after today buys days at the new price, rounded down; a free tariff takes nothing for it. */
    static @Nullable LocalDate atPrice(@Nullable LocalDate paidUntil, Money former, Money price, LocalDate today) {
        if (price.amount() == 0) {
            return null;
        }
        if (paidUntil == null || !paidUntil.isAfter(today)) {
            return paidUntil;
        }
        long left = ChronoUnit.DAYS.between(today, paidUntil);
        return today.plusDays(left * former.amount() / price.amount());
    }
}
