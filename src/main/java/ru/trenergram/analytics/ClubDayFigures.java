package ru.trenergram.analytics;

import java.time.LocalDate;
import ru.trenergram.base.Money;

/**
 * A day at a club's locations.
 *
 * @param planned sessions that are still PENDING or CONFIRMED
 * @param income charges and adjustments that were made on the day; negative when more was returned than charged
 * @param newClients whose first session at the club it is
 * @param workingMinutes of the club's trainers, wherever they work
 * @param occupiedMinutes of them that are taken by clients
 */
public record ClubDayFigures(
        LocalDate date,
        int planned,
        int completed,
        int cancelled,
        int noShows,
        Money income,
        int newClients,
        long workingMinutes,
        long occupiedMinutes) {

    static ClubDayFigures none(LocalDate date) {
        return new ClubDayFigures(date, 0, 0, 0, 0, Money.rubles(0), 0, 0, 0);
    }

    /** Without the cancelled ones. */
    public int sessions() {
        return planned + completed + noShows;
    }

    ClubDayFigures with(Money earned, int clients, long working, long occupied) {
        return new ClubDayFigures(date, planned, completed, cancelled, noShows, earned, clients, working, occupied);
    }

    /** Both together, under the date of this one. */
    public ClubDayFigures plus(ClubDayFigures other) {
        return new ClubDayFigures(
                date,
                planned + other.planned,
                completed + other.completed,
                cancelled + other.cancelled,
                noShows + other.noShows,
                Money.rubles(income.amount() + other.income.amount()),
                newClients + other.newClients,
                workingMinutes + other.workingMinutes,
                occupiedMinutes + other.occupiedMinutes);
    }
}
