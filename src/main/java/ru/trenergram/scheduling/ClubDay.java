package ru.trenergram.scheduling;

import java.time.LocalDate;
import java.util.List;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubInfo;

/**
 * A day at a club.
 *
 * @param seesMoney whether the asker's role sees the sums
 * @param bookings that start on the day and are not cancelled, in the order of their starts
 * @param cancelled how many are
 * @param freeNow the names of the club's trainers who work at this moment and have nothing to do
 */
public record ClubDay(
        ClubInfo club,
        boolean seesMoney,
        LocalDate date,
        List<ClubDesk.BookingRow> bookings,
        int cancelled,
        List<String> freeNow) {

    /** What the day's sessions cost together. */
    public Money total() {
        return sum(bookings);
    }

    public List<ClubDesk.BookingRow> completed() {
        return bookings.stream()
                .filter(row -> row.booking().status() == BookingStatus.COMPLETED)
                .toList();
    }

    /** What the sessions that were held cost. */
    public Money earned() {
        return sum(completed());
    }

    private static Money sum(List<ClubDesk.BookingRow> rows) {
        return Money.rubles(
                rows.stream().mapToLong(row -> row.booking().price().amount()).sum());
    }
}
