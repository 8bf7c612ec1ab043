package ru.trenergram.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.Membership;

/**
 * A club at a glance.
 *
 * @param today as the club's zone has it, with the load
 * @param unconfirmed sessions from now on that somebody has still to confirm
 * @param debts null for roles that see no balances
 * @param days of the period, all of them, in order; their income is zero for roles that see no money
 */
public record Dashboard(
        Membership membership,
        ClubPeriod period,
        ClubDayFigures today,
        int unconfirmed,
        @Nullable Debts debts,
        List<ClubDayFigures> days) {

    /** @param owed positive */
    public record Debts(int clients, Money owed) {}

    /** The whole period, under its first date. */
    public ClubDayFigures total() {
        return days.stream().reduce(ClubDayFigures::plus).orElseThrow();
    }
}
