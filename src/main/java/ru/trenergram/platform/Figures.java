package ru.trenergram.platform;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;

/** How the platform does, in figures; days are Moscow's. */
@Service
@Transactional(readOnly = true)
public class Figures {

    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final JdbcClient jdbc;
    private final Superadmins superadmins;
    private final Clock clock;

    Figures(JdbcClient jdbc, Superadmins superadmins, Clock clock) {
        this.jdbc = jdbc;
        this.superadmins = superadmins;
        this.clock = clock;
    }

    /**
     * As it stands now.
     *
     * @param activeClubs where there was a session within thirty days, or will be one
     * @param unreachable people to whom the main bot may not write
     * @param waiting messages that should have gone out
     * @param givenUp messages that were not delivered, or perhaps not
     * @param failedEvents that a listener has not heard
     */
    public record Now(
            long people,
            long trainers,
            long clients,
            long clubs,
            long activeClubs,
            long blocked,
            long unreachable,
            long waiting,
            long givenUp,
            long failedEvents) {}

    /** What happened on a day; the last one of a row is today. */
    public record Day(
            LocalDate date,
            long people,
            long trainers,
            long booked,
            long held,
            long activeClubs,
            long sent,
            long undelivered) {}

    /** @throws DomainException {@code not_found} for who is no super-admin */
    public Now now(Caller superadmin) {
        superadmins.require(superadmin);
        return jdbc.sql("""
                        SELECT
                            (SELECT count(*) FROM users WHERE telegram_id IS NOT NULL) AS people,
                            (SELECT count(*) FROM trainer JOIN users ON id = user_id WHERE telegram_id IS NOT NULL) AS trainers,
                            (SELECT count(DISTINCT client_id) FROM roster_entry WHERE left_at IS NULL) AS clients,
                            (SELECT count(*) FROM club) AS clubs,
                            (SELECT count(DISTINCT club_id) FROM location WHERE EXISTS (
                                SELECT FROM booking WHERE location_id = location.id AND status <> 'CANCELLED'
                                  AND starts_at >= :month)) AS active_clubs,
                            (SELECT count(*) FROM user_block) AS blocked,
                            (SELECT count(*) FROM users WHERE unreachable_since IS NOT NULL AND telegram_id IS NOT NULL)
                                AS unreachable,
                            (SELECT count(*) FROM telegram_outbox WHERE state = 'QUEUED' AND not_before <= :now) AS waiting,
                            (SELECT count(*) FROM telegram_outbox WHERE state IN ('FAILED', 'UNKNOWN')) AS given_up,
                            (SELECT count(*) FROM event_publication WHERE status = 'FAILED')
                                + (SELECT count(*) FROM event_given_up) AS failed_events
                        """)
                .param(
                        "month",
                        Timestamp.from(
                                clock.instant().atZone(ZONE).minusDays(30).toInstant()))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Now(
                        row.getLong("people"),
                        row.getLong("trainers"),
                        row.getLong("clients"),
                        row.getLong("clubs"),
                        row.getLong("active_clubs"),
                        row.getLong("blocked"),
                        row.getLong("unreachable"),
                        row.getLong("waiting"),
                        row.getLong("given_up"),
                        row.getLong("failed_events")))
                .single();
    }

    /**
     * The last days, today with them; of messages no more is known than the outbox keeps, which is thirty days.
     *
     * @throws DomainException {@code not_found} for who is no super-admin
     */
    public List<Day> days(Caller superadmin, int count) {
        superadmins.require(superadmin);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        LocalDate first = today.minusDays(count - 1L);
        var people =
                byDay("SELECT created_at AS at, 1 AS what FROM users WHERE created_at >= :from", "count(*)", first);
        var trainers =
                byDay("SELECT created_at AS at, 1 AS what FROM trainer WHERE created_at >= :from", "count(*)", first);
        var booked =
                byDay("SELECT created_at AS at, 1 AS what FROM booking WHERE created_at >= :from", "count(*)", first);
        String held = """
                SELECT starts_at AS at, club_id AS what FROM booking LEFT JOIN location ON location.id = location_id
                WHERE status = 'COMPLETED' AND starts_at >= :from""";
        var sessions = byDay(held, "count(*)", first);
        var clubs = byDay(held, "count(DISTINCT what)", first);
        String messages =
                "SELECT created_at AS at, 1 AS what FROM telegram_outbox WHERE created_at >= :from AND state ";
        var sent = byDay(messages + "= 'SENT'", "count(*)", first);
        var undelivered = byDay(
                messages + "IN ('FAILED', 'UNKNOWN', 'SKIPPED') AND (state <> 'SKIPPED' OR error IS NOT NULL)",
                "count(*)",
                first);
        return first.datesUntil(today.plusDays(1))
                .map(day -> new Day(
                        day,
                        people.getOrDefault(day, 0L),
                        trainers.getOrDefault(day, 0L),
                        booked.getOrDefault(day, 0L),
                        sessions.getOrDefault(day, 0L),
                        clubs.getOrDefault(day, 0L),
                        sent.getOrDefault(day, 0L),
                        undelivered.getOrDefault(day, 0L)))
                .toList();
    }

    /** @param rows with {@code at} and {@code what}, from {@code :from} on */
    private Map<LocalDate, Long> byDay(String rows, String figure, LocalDate first) {
        Map<LocalDate, Long> days = new HashMap<>();
        jdbc.sql("SELECT (at AT TIME ZONE :zone)::date AS day, " + figure + " AS figure FROM (" + rows
                        + ") AS happened GROUP BY 1")
                .param("zone", ZONE.getId())
                .param("from", Timestamp.from(first.atStartOfDay(ZONE).toInstant()))
                .query((row, n) -> Map.entry(row.getObject("day", Date.class), row.getLong("figure")))
                .list()
                .forEach(day -> days.put(day.getKey().toLocalDate(), day.getValue()));
        return days;
    }
}
