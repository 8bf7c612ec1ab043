package ru.trenergram.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.users.Person;

/**
 * A trainer's period in figures.
 *
 * @param days all of them, in order
 * @param topClients those who brought the most, the first of them first
 */
public record Report(Period period, List<Day> days, List<TopClient> topClients) {

    /**
     * @param sessions that start on the day, by status; a status without any is absent
     * @param income charges and adjustments (PRODUCT.md, "Money between client and trainer"); negative when more was
     *     returned than charged
     * @param received top-ups
     * @param newClients who joined the roster
     */
    public record Day(
            LocalDate date,
            Map<BookingStatus, Integer> sessions,
            Money income,
            Money received,
            int newClients,
            long workingMinutes,
            long occupiedMinutes) {}

    /** @param sessions that took place */
    public record TopClient(Person client, int sessions, Money income) {}
}
