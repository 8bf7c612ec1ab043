package ru.trenergram.analytics;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.DayWorkload;
import ru.trenergram.scheduling.Workload;

/**
 * Adds up what happens at a club's locations (docs/panels.md, "What the figures mean"). When a day begins in the club's
 * zone the database is told, as in {@link Reports}; in a query of their own, or the days would be read anew for each row.
 * Who may see what is for the caller to check.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClubFigures {

    private final JdbcClient jdbc;
    private final Workload workload;

    ClubFigures(JdbcClient jdbc, Workload workload) {
        this.jdbc = jdbc;
        this.workload = workload;
    }

    /** All days of a period, in order, with their sessions alone. */
    List<ClubDayFigures> days(ClubPeriod period) {
        Map<Integer, ClubDayFigures> days = new HashMap<>();
        jdbc.sql("""
                        SELECT width_bucket(starts_at, (SELECT CAST(:starts AS timestamptz[]))) AS day,
                            count(*) FILTER (WHERE status IN ('PENDING', 'CONFIRMED')) AS planned,
                            count(*) FILTER (WHERE status = 'COMPLETED') AS completed,
                            count(*) FILTER (WHERE status = 'CANCELLED') AS cancelled,
                            count(*) FILTER (WHERE status = 'NO_SHOW') AS no_shows
                        FROM booking
                        WHERE location_id = ANY (ARRAY(SELECT id FROM location WHERE club_id = :club))
                          AND starts_at >= :from AND starts_at < :to
                        GROUP BY 1
                        """).params(bounds(period)).param("starts", period.starts()).query(row -> {
            int day = row.getInt("day") - 1;
            days.put(
                    day,
                    new ClubDayFigures(
                            period.from().plusDays(day),
                            row.getInt("planned"),
                            row.getInt("completed"),
                            row.getInt("cancelled"),
                            row.getInt("no_shows"),
                            Money.rubles(0),
                            0,
                            0,
                            0));
        });
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .map(date -> days.getOrDefault(
                        (int) (date.toEpochDay() - period.from().toEpochDay()), ClubDayFigures.none(date)))
                .toList();
    }

    /** Charges and adjustments of sessions at the club, as income, by the day on which they were made; others are absent. */
    Map<LocalDate, Money> income(ClubPeriod period) {
        Map<LocalDate, Money> days = new HashMap<>();
        jdbc.sql("""
                        SELECT width_bucket(entry.created_at, (SELECT CAST(:starts AS timestamptz[]))) AS day, -sum(amount) AS income
                        FROM""" + ENTRIES + "GROUP BY 1")
                .params(bounds(period))
                .param("starts", period.starts())
                .query(row -> {
                    days.put(period.from().plusDays(row.getInt("day") - 1L), Money.rubles(row.getLong("income")));
                });
        return days;
    }

    /** What the ledger has of a club's sessions: what is charged is taken from a client's balance, and is income here. */
    static final String ENTRIES = """
             ledger_entry entry JOIN booking ON booking.id = entry.booking_id
            JOIN location ON location.id = booking.location_id
            WHERE club_id = :club AND entry.kind IN ('CHARGE', 'ADJUSTMENT')
              AND entry.created_at >= :from AND entry.created_at < :to
            """;

    /** How many clients had their first session at the club on each day; days without are absent. */
    Map<LocalDate, Integer> newClients(ClubPeriod period) {
        Map<LocalDate, Integer> days = new HashMap<>();
        jdbc.sql("""
                        SELECT width_bucket(first_at, (SELECT CAST(:starts AS timestamptz[]))) AS day, count(*) AS clients
                        FROM (
                            SELECT min(starts_at) AS first_at
                            FROM booking
                            WHERE location_id = ANY (ARRAY(SELECT id FROM location WHERE club_id = :club))
                              AND status <> 'CANCELLED'
                            GROUP BY client_id) AS client
                        WHERE first_at >= :from AND first_at < :to
                        GROUP BY 1
                        """).params(bounds(period)).param("starts", period.starts()).query(row -> {
            days.put(period.from().plusDays(row.getInt("day") - 1L), row.getInt("clients"));
        });
        return days;
    }

    /** The load of the trainers who work at the club now, day by day, each in their own zone. */
    Map<Long, List<DayWorkload>> load(ClubPeriod period) {
        return workload.days(activeTrainers(period.club().id()), period.from(), period.to());
    }

    /** Sessions from a moment on that nobody has confirmed yet. */
    int unconfirmed(long clubId, Instant from) {
        return jdbc.sql("""
                        SELECT count(*) FROM booking
                        WHERE location_id = ANY (ARRAY(SELECT id FROM location WHERE club_id = ?))
                          AND status = 'PENDING' AND starts_at >= ?
                        """)
                .params(clubId, Timestamp.from(from))
                .query(Integer.class)
                .single();
    }

    /** What clients of the club owe the trainers who work there now. */
    Dashboard.Debts debts(long clubId) {
        return jdbc.sql("SELECT count(*) AS clients, coalesce(sum(-amount), 0) AS owed FROM (" + DEBTS + ") AS debt")
                .param("club", clubId)
                .query((row, n) -> new Dashboard.Debts(row.getInt("clients"), Money.rubles(row.getLong("owed"))))
                .single();
    }

    /** Pairs that belong to the club by a session there; the rest of a trainer's clients is none of its business. */
    static final String DEBTS = """
            SELECT balance.trainer_id, balance.client_id, balance.amount
            FROM club_trainer_place place JOIN balance ON balance.trainer_id = place.trainer_id
            WHERE place.club_id = :club AND place.status = 'ACTIVE' AND NOT place.frozen AND balance.amount < 0
              AND EXISTS (
                SELECT 1 FROM booking JOIN location ON location.id = location_id
                WHERE booking.trainer_id = balance.trainer_id AND booking.client_id = balance.client_id
                  AND location.club_id = :club)
            """;

    List<Long> activeTrainers(long clubId) {
        return jdbc.sql(
                        "SELECT trainer_id FROM club_trainer_place WHERE club_id = ? AND status = 'ACTIVE' AND NOT frozen")
                .param(clubId)
                .query(Long.class)
                .list();
    }

    static Map<String, Object> bounds(ClubPeriod period) {
        return Map.of(
                "club",
                period.club().id(),
                "from",
                Timestamp.from(period.startsAt()),
                "to",
                Timestamp.from(period.endsAt()));
    }
}
