package ru.trenergram.analytics.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import ru.trenergram.analytics.Report;
import ru.trenergram.analytics.Report.Day;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.users.Person;

/**
 * A period in figures; days are those of the trainer's zone.
 *
 * @param total of the whole period
 * @param days each of them, also those without anything
 * @param topClients at most ten, by what they brought
 */
record ReportResource(
        LocalDate from,
        LocalDate to,
        String timezone,
        Figures total,
        List<ReportDay> days,
        List<TopClientResource> topClients) {

    /** @param occupancy occupied minutes of the working ones, from 0 to 1; null without working time */
    record Figures(
            SessionCounts sessions,
            Money income,
            Money received,
            int newClients,
            long workingMinutes,
            long occupiedMinutes,
            @Nullable Double occupancy) {}

    /** How many sessions start in the time, by status. */
    record SessionCounts(int pending, int confirmed, int completed, int cancelled, int noShow) {}

    record ReportDay(LocalDate date, Figures figures) {}

    /**
     * @param sessions that took place
     * @param income charges and adjustments
     */
    record TopClientResource(Person client, int sessions, Money income) {}

    static ReportResource of(Report report) {
        return new ReportResource(
                report.period().from(),
                report.period().to(),
                report.period().trainer().timezone().getId(),
                figures(report.days()),
                report.days().stream()
                        .map(day -> new ReportDay(day.date(), figures(List.of(day))))
                        .toList(),
                report.topClients().stream()
                        .map(top -> new TopClientResource(top.client(), top.sessions(), top.income()))
                        .toList());
    }

    private static Figures figures(Collection<Day> days) {
        long working = sum(days, Day::workingMinutes);
        long occupied = sum(days, Day::occupiedMinutes);
        return new Figures(
                new SessionCounts(
                        count(days, BookingStatus.PENDING),
                        count(days, BookingStatus.CONFIRMED),
                        count(days, BookingStatus.COMPLETED),
                        count(days, BookingStatus.CANCELLED),
                        count(days, BookingStatus.NO_SHOW)),
                Money.rubles(sum(days, day -> day.income().amount())),
                Money.rubles(sum(days, day -> day.received().amount())),
                (int) sum(days, Day::newClients),
                working,
                occupied,
                working == 0 ? null : (double) occupied / working);
    }

    private static int count(Collection<Day> days, BookingStatus status) {
        return (int) sum(days, day -> day.sessions().getOrDefault(status, 0));
    }

    private static long sum(Collection<Day> days, ToLongFunction<Day> figure) {
        return days.stream().mapToLong(figure).sum();
    }
}
