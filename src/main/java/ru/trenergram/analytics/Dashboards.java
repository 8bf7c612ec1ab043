package ru.trenergram.analytics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.scheduling.DayWorkload;

/** The first page of a club's panel. */
@Service
@Transactional(readOnly = true)
public class Dashboards {

    private final StaffMembers staff;
    private final ClubFigures figures;
    private final Clock clock;

    Dashboards(StaffMembers staff, ClubFigures figures, Clock clock) {
        this.staff = staff;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * @param days of the period, which ends today
     * @throws DomainException {@code not_found} for everybody who is not on the staff, {@code forbidden} for cashiers,
     *     {@code validation_failed}
     */
    public Dashboard of(long staffId, long clubId, int days) {
        Membership membership = staff.panelMembership(staffId, clubId);
        ClubInfo club = membership.club();
        Instant now = clock.instant();
        ClubPeriod period = ClubPeriod.last(club, days, LocalDate.ofInstant(now, club.timezone()));
        boolean money = membership.role().seesMoney();
        List<ClubDayFigures> all = days(period, money);
        return new Dashboard(
                membership,
                period,
                all.getLast(),
                figures.unconfirmed(clubId, now),
                membership.role().seesBalances() ? figures.debts(clubId) : null,
                all);
    }

    private List<ClubDayFigures> days(ClubPeriod period, boolean money) {
        List<ClubDayFigures> sessions = figures.days(period);
        Map<LocalDate, Money> income = money ? figures.income(period) : Map.of();
        Map<LocalDate, Integer> newClients = figures.newClients(period);
        Map<Long, List<DayWorkload>> load = figures.load(period);
        return IntStream.range(0, sessions.size())
                .mapToObj(i -> {
                    ClubDayFigures day = sessions.get(i);
                    return day.with(
                            income.getOrDefault(day.date(), Money.rubles(0)),
                            newClients.getOrDefault(day.date(), 0),
                            load.values().stream()
                                    .mapToLong(all -> all.get(i).workingMinutes())
                                    .sum(),
                            load.values().stream()
                                    .mapToLong(all -> all.get(i).occupiedMinutes())
                                    .sum());
                })
                .toList();
    }
}
