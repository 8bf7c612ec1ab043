package ru.trenergram.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Money;

/** Bookings as others see them, in one query a list. */
@Component
class BookingReads {

    private static final String SELECT = """
            SELECT booking.*, trainer.timezone
            FROM booking JOIN trainer ON trainer.user_id = booking.trainer_id
            WHERE\s""";

    private final JdbcClient jdbc;

    BookingReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BookingInfo> find(UUID id) {
        return jdbc.sql(SELECT + "booking.id = ?")
                .param(id)
                .query(BookingReads::info)
                .optional();
    }

    List<BookingInfo> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "booking.id = ANY (:ids) ORDER BY starts_at, id")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(BookingReads::info)
                        .list();
    }

    List<BookingInfo> ofTrainer(long trainerId, BookingFilter filter, @Nullable BookingKey after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("trainer_id = :trainer"));
        if (filter.from() != null) {
            conditions.add("starts_at >= :from");
        }
        if (filter.before() != null) {
            conditions.add("starts_at < :before");
        }
        if (!filter.statuses().isEmpty()) {
            conditions.add("status = ANY (:statuses)");
        }
        if (filter.clientId() != null) {
            conditions.add("client_id = :client");
        }
        if (after != null) {
            conditions.add("(starts_at, id) > (:after_start, :after_id)");
        }
        return jdbc.sql(SELECT + String.join(" AND ", conditions) + " ORDER BY starts_at, id LIMIT :limit")
                .param("trainer", trainerId)
                .param("from", timestamp(filter.from()))
                .param("before", timestamp(filter.before()))
                .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("client", filter.clientId())
                .param("after_start", after == null ? null : Timestamp.from(after.startsAt()))
                .param("after_id", after == null ? null : after.id())
                .param("limit", limit)
                .query(BookingReads::info)
                .list();
    }

    /** What still lies before a client, the next first; or all the rest, the last first. */
    List<BookingInfo> ofClient(long clientId, boolean upcoming, Instant now, @Nullable BookingKey after, int limit) {
        String ahead = "(status IN ('PENDING', 'CONFIRMED') AND ends_at > :now)";
        String page = after == null ? "" : " AND (starts_at, id) " + (upcoming ? ">" : "<") + " (:start, :id)";
        String order = upcoming ? "starts_at, id" : "starts_at DESC, id DESC";
        return jdbc.sql(SELECT + "client_id = :client AND " + (upcoming ? "" : "NOT ") + ahead + page + " ORDER BY "
                        + order + " LIMIT :limit")
                .param("client", clientId)
                .param("now", Timestamp.from(now))
                .param("start", after == null ? null : Timestamp.from(after.startsAt()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(BookingReads::info)
                .list();
    }

    /** How many bookings of a trainer start on each day of a span, by status; days without any are absent. */
    Map<LocalDate, Map<BookingStatus, Integer>> countByDay(long trainerId, Span within, ZoneId zone) {
        Map<LocalDate, Map<BookingStatus, Integer>> days = new HashMap<>();
        jdbc.sql("SELECT starts_at, status FROM booking WHERE trainer_id = ? AND starts_at >= ? AND starts_at < ?")
                .params(trainerId, Timestamp.from(within.startsAt()), Timestamp.from(within.endsAt()))
                .query(row -> {
                    LocalDate day =
                            LocalDate.ofInstant(row.getTimestamp("starts_at").toInstant(), zone);
                    days.computeIfAbsent(day, date -> new EnumMap<>(BookingStatus.class))
                            .merge(BookingStatus.valueOf(row.getString("status")), 1, Integer::sum);
                });
        return days;
    }

    Map<Long, ClientTally> tallies(long trainerId, Collection<Long> clientIds, Instant now) {
        return jdbc
                .sql("""
                        SELECT client_id,
                               count(*) FILTER (WHERE status <> 'CANCELLED') AS total,
                               count(*) FILTER (WHERE status IN ('PENDING', 'CONFIRMED') AND ends_at > :now) AS upcoming,
                               max(starts_at) FILTER (WHERE status = 'COMPLETED'
                                   OR status = 'CONFIRMED' AND ends_at <= :now) AS last_visit_at
                        FROM booking WHERE trainer_id = :trainer AND client_id = ANY (:clients)
                        GROUP BY client_id
                        """)
                .param("trainer", trainerId)
                .param("clients", clientIds.toArray(Long[]::new))
                .param("now", Timestamp.from(now))
                .query((row, n) -> new ClientTally(
                        row.getLong("client_id"),
                        row.getInt("total"),
                        row.getInt("upcoming"),
                        instant(row.getTimestamp("last_visit_at"))))
                .list()
                .stream()
                .collect(Collectors.toMap(ClientTally::clientId, tally -> tally));
    }

    private static BookingInfo info(ResultSet row, int n) throws SQLException {
        return new BookingInfo(
                row.getObject("id", UUID.class),
                row.getLong("trainer_id"),
                row.getLong("client_id"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ZoneId.of(row.getString("timezone")),
                BookingStatus.valueOf(row.getString("status")),
                side(row.getString("awaiting")),
                Money.rubles(row.getLong("price")),
                row.getTimestamp("charge_at").toInstant(),
                row.getTimestamp("charged_at") != null,
                row.getObject("location_id", Long.class),
                row.getString("note"),
                row.getBoolean("outside_working_hours"),
                Side.valueOf(row.getString("created_by")),
                side(row.getString("cancelled_by")),
                row.getString("cancel_reason"),
                series(row),
                row.getInt("version"));
    }

    private static @Nullable SeriesPlace series(ResultSet row) throws SQLException {
        UUID id = row.getObject("series_id", UUID.class);
        return id == null ? null : new SeriesPlace(id, row.getInt("series_index"), row.getInt("series_count"));
    }

    private static @Nullable Side side(@Nullable String name) {
        return name == null ? null : Side.valueOf(name);
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
