package ru.trenergram.analytics;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.analytics.Report.Day;
import ru.trenergram.analytics.Report.TopClient;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.DayWorkload;
import ru.trenergram.scheduling.Workload;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * A trainer's figures. The database adds up, by the boundaries of days that it is given: when a day begins in a zone is
 * decided in one place, with the rules of time zones that bookings were made by.
 */
@Service
@Transactional(readOnly = true)
public class Reports {

    private static final int TOP_CLIENTS = 10;

    private final JdbcClient jdbc;
    private final Workload workload;
    private final Users users;

    Reports(JdbcClient jdbc, Workload workload, Users users) {
        this.jdbc = jdbc;
        this.workload = workload;
        this.users = users;
    }

    public Report of(Period period) {
        var sessions = byDay(period, "booking", "starts_at", "status", "count(*)");
        var entries = byDay(period, "ledger_entry", "created_at", "kind", "sum(amount)");
        var joined = byDay(period, "roster_entry", "joined_at", "'JOINED'", "count(*)");
        List<Day> days = new ArrayList<>();
        for (DayWorkload load : workload.days(period.trainer().userId(), period.from(), period.to())) {
            LocalDate date = load.date();
            Map<String, Long> money = entries.getOrDefault(date, Map.of());
            long received = money.getOrDefault("TOPUP", 0L);
            // what is charged is taken from the client's balance: below zero there, income here
            long charged = sum(money) - received;
            days.add(new Day(
                    date,
                    byStatus(sessions.getOrDefault(date, Map.of())),
                    Money.rubles(-charged),
                    Money.rubles(received),
                    (int) sum(joined.getOrDefault(date, Map.of())),
                    load.workingMinutes(),
                    load.occupiedMinutes()));
        }
        return new Report(period, days, topClients(period));
    }

    /** Adds up what a trainer has in a table by the day on which a moment lies, and by kind. */
    private Map<LocalDate, Map<String, Long>> byDay(
            Period period, String table, String moment, String kind, String figure) {
        String[] starts = period.from()
                .datesUntil(period.to().plusDays(1))
                .map(date -> period.startOf(date).toString())
                .toArray(String[]::new);
        Map<LocalDate, Map<String, Long>> days = new HashMap<>();
        jdbc.sql("""
                        SELECT width_bucket(%2$s, (SELECT CAST(:starts AS timestamptz[]))) AS day, %3$s AS kind, %4$s AS figure
                        FROM %1$s
                        WHERE trainer_id = :trainer AND %2$s >= :from AND %2$s < :to
                        GROUP BY 1, 2
                        """.formatted(table, moment, kind, figure))
                .param("starts", starts)
                .params(bounds(period))
                .query(row -> {
                    days.computeIfAbsent(period.from().plusDays(row.getInt("day") - 1L), date -> new HashMap<>())
                            .put(row.getString("kind"), row.getLong("figure"));
                });
        return days;
    }

    private static Map<BookingStatus, Integer> byStatus(Map<String, Long> counts) {
        Map<BookingStatus, Integer> statuses = new EnumMap<>(BookingStatus.class);
        counts.forEach((status, count) -> statuses.put(BookingStatus.valueOf(status), count.intValue()));
        return statuses;
    }

    private static long sum(Map<String, Long> figures) {
        return figures.values().stream().mapToLong(Long::longValue).sum();
    }

    private List<TopClient> topClients(Period period) {
        record Row(long clientId, int sessions, long income) {}
        List<Row> rows = jdbc.sql("""
                        SELECT client_id, sum(sessions) AS sessions, sum(income) AS income FROM (
                            SELECT client_id, count(*) AS sessions, 0 AS income FROM booking
                            WHERE trainer_id = :trainer AND starts_at >= :from AND starts_at < :to
                                AND status = 'COMPLETED'
                            GROUP BY client_id
                            UNION ALL
                            SELECT client_id, 0, -sum(amount) FROM ledger_entry
                            WHERE trainer_id = :trainer AND created_at >= :from AND created_at < :to
                                AND kind <> 'TOPUP'
                            GROUP BY client_id) AS parts
                        GROUP BY client_id HAVING sum(sessions) > 0 OR sum(income) > 0
                        ORDER BY income DESC, sessions DESC, client_id LIMIT :limit
                        """)
                .params(bounds(period))
                .param("limit", TOP_CLIENTS)
                .query((row, n) -> new Row(row.getLong("client_id"), row.getInt("sessions"), row.getLong("income")))
                .list();
        Map<Long, UserInfo> people =
                users.getAll(rows.stream().map(Row::clientId).toList());
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(people.get(row.clientId()))
                        .map(user -> new TopClient(user.person(), row.sessions(), Money.rubles(row.income()))))
                .toList();
    }

    static Map<String, Object> bounds(Period period) {
        OffsetDateTime from = period.startsAt().atOffset(ZoneOffset.UTC);
        OffsetDateTime to = period.endsAt().atOffset(ZoneOffset.UTC);
        return Map.of("trainer", period.trainer().userId(), "from", from, "to", to);
    }
}
