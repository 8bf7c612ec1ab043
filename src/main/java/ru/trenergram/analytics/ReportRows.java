package ru.trenergram.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.scheduling.DayWorkload;
import ru.trenergram.trainers.Trainers;

/** Makes the rows of reports, one after the other. Who may see them is for the caller to check. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReportRows {

    private static final int FETCH = 1_000;
    private static final int MONTHS_FOLLOWED = 3;

    private final ClubFigures figures;
    private final Trainers trainers;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportRows(ClubFigures figures, Trainers trainers, JdbcClient jdbc, Clock clock) {
        this.figures = figures;
        this.trainers = trainers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    interface Reader {

        /** @param cells as the columns of the report say */
        void read(List<@Nullable Object> cells);
    }

    void read(ClubReport report, ClubPeriod period, Reader reader) {
        switch (report) {
            case SESSIONS -> sessions(period, reader);
            case INCOME -> income(period, reader);
            case OCCUPANCY -> occupancy(period, reader);
            case RETENTION -> retention(period, reader);
            case DEBTS -> debts(period, reader);
        }
    }

    private void sessions(ClubPeriod period, Reader reader) {
        Map<LocalDate, Integer> newClients = figures.newClients(period);
        for (ClubDayFigures day : figures.days(period)) {
            reader.read(cells(
                    day.date(),
                    (long) day.sessions(),
                    (long) day.completed(),
                    (long) day.planned(),
                    (long) day.noShows(),
                    (long) day.cancelled(),
                    (long) newClients.getOrDefault(day.date(), 0)));
        }
    }

    private void income(ClubPeriod period, Reader reader) {
        jdbc.sql("""
                        SELECT concat_ws(' ', first_name, last_name) AS trainer, part.location, charged, income FROM (
                            SELECT booking.trainer_id, location.id AS location_id, location.name AS location,
                                count(*) FILTER (WHERE entry.kind = 'CHARGE') AS charged, -sum(amount) AS income
                            FROM %s GROUP BY booking.trainer_id, location.id) AS part
                        JOIN users ON users.id = trainer_id
                        ORDER BY income DESC, trainer_id, location_id
                        """.formatted(ClubFigures.ENTRIES))
                .params(ClubFigures.bounds(period))
                .query(row -> {
                    reader.read(cells(
                            row.getString("trainer"),
                            row.getString("location"),
                            row.getLong("charged"),
                            row.getLong("income")));
                });
    }

    private void occupancy(ClubPeriod period, Reader reader) {
        Map<Long, List<DayWorkload>> load = figures.load(period);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        trainers.getAll(load.keySet()).values().forEach(trainer -> {
            List<DayWorkload> days = load.getOrDefault(trainer.userId(), List.of());
            long working = days.stream().mapToLong(DayWorkload::workingMinutes).sum();
            long occupied =
                    days.stream().mapToLong(DayWorkload::occupiedMinutes).sum();
            rows.add(cells(trainer.person().fullName(), working, occupied, percent(occupied, working)));
        });
        rows.sort((List<@Nullable Object> one, List<@Nullable Object> other) -> Long.compare(share(other), share(one)));
        rows.forEach(reader::read);
    }

    private static long share(List<@Nullable Object> row) {
        return row.getLast() instanceof Long percent ? percent : -1;
    }

    /** Months are those of the club's zone; the database counts their boundaries. */
    private void retention(ClubPeriod period, Reader reader) {
        LocalDate first = period.from().withDayOfMonth(1);
        LocalDate last = period.to().withDayOfMonth(1);
        List<LocalDate> months = first.datesUntil(last.plusMonths(MONTHS_FOLLOWED + 2L), java.time.Period.ofMonths(1))
                .toList();
        LocalDate now = LocalDate.ofInstant(clock.instant(), period.club().timezone());
        jdbc.sql("""
                        SELECT cohort, count(*) AS clients, count(*) FILTER (WHERE visits > 1) AS again,
                            count(*) FILTER (WHERE months @> ARRAY[cohort + 1]) AS month1,
                            count(*) FILTER (WHERE months @> ARRAY[cohort + 2]) AS month2,
                            count(*) FILTER (WHERE months @> ARRAY[cohort + 3]) AS month3
                        FROM (
                            SELECT client_id, min(month) AS cohort, count(*) AS visits, array_agg(DISTINCT month) AS months
                            FROM (
                                SELECT client_id, width_bucket(starts_at, (SELECT CAST(:months AS timestamptz[]))) AS month
                                FROM booking
                                WHERE location_id = ANY (ARRAY(SELECT id FROM location WHERE club_id = :club))
                                  AND status = 'COMPLETED') AS visit
                            GROUP BY client_id) AS client
                        WHERE cohort BETWEEN 1 AND :cohorts
                        GROUP BY cohort ORDER BY cohort
                        """)
                .param("club", period.club().id())
                .param(
                        "months",
                        months.stream()
                                .map(month -> period.startOf(month).toString())
                                .toArray(String[]::new))
                .param("cohorts", months.indexOf(last) + 1)
                .query(row -> {
                    reader.read(cohort(row, months, now));
                });
    }

    /** Of a month that has not begun there is nothing to tell. */
    private static List<@Nullable Object> cohort(ResultSet row, List<LocalDate> months, LocalDate now)
            throws SQLException {
        LocalDate month = months.get(row.getInt("cohort") - 1);
        long clients = row.getLong("clients");
        List<@Nullable Object> cells = new ArrayList<>();
        Collections.addAll(cells, month, clients, percent(row.getLong("again"), clients));
        for (int after = 1; after <= MONTHS_FOLLOWED; after++) {
            cells.add(month.plusMonths(after).isAfter(now) ? null : percent(row.getLong("month" + after), clients));
        }
        return cells;
    }

    private void debts(ClubPeriod period, Reader reader) {
        jdbc.sql("""
                        SELECT concat_ws(' ', c.first_name, c.last_name) AS client,
                            concat_ws(' ', t.first_name, t.last_name) AS trainer, -debt.amount AS owed
                        FROM (%s) AS debt
                        JOIN users c ON c.id = debt.client_id JOIN users t ON t.id = debt.trainer_id
                        ORDER BY debt.amount, debt.client_id, debt.trainer_id
                        """.formatted(ClubFigures.DEBTS))
                .param("club", period.club().id())
                .withFetchSize(FETCH)
                .query(row -> {
                    reader.read(cells(row.getString("client"), row.getString("trainer"), row.getLong("owed")));
                });
    }

    private static @Nullable Long percent(long part, long whole) {
        return whole == 0 ? null : Math.round(part * 100.0 / whole);
    }

    private static List<@Nullable Object> cells(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
