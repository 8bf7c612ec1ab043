package ru.trenergram.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Bookings as those see them who remind of them (PRODUCT.md, "Reminders"). */
@Service
@Transactional(readOnly = true)
public class BookingWatch {

    private static final String SELECT = """
            SELECT id, trainer_id, client_id, starts_at, status, awaiting, version,
                   (SELECT max(at) FROM booking_history h
                    WHERE h.booking_id = booking.id AND change IN ('created', 'confirmed', 'moved')) AS since
            FROM booking WHERE\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    BookingWatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A booking of which somebody may have to be reminded.
     *
     * @param trainerId user id, like {@code clientId}
     * @param since when it was last booked, moved or confirmed
     */
    public record Watched(
            UUID id,
            long trainerId,
            long clientId,
            Instant startsAt,
            BookingStatus status,
            @Nullable Side awaiting,
            int version,
            Instant since) {

        public boolean awaitsClient() {
            return status == BookingStatus.PENDING && awaiting == Side.CLIENT;
        }
    }

    public Optional<Watched> find(UUID id) {
        return jdbc.sql(SELECT + "id = ?")
                .param(id)
                .query(BookingWatch::watched)
                .optional();
    }

    /** Holds bookings until the caller's transaction ends; those which somebody else has in hand are left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Watched> hold(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "id = ANY (?) FOR NO KEY UPDATE SKIP LOCKED")
                        .param(ids.toArray(UUID[]::new))
                        .query(BookingWatch::watched)
                        .list();
    }

    /** What still lies before a trainer, or before a client, and was not given up. */
    public List<UUID> ahead(long userId) {
        return jdbc.sql("""
                        SELECT id FROM booking
                        WHERE (trainer_id = :user OR client_id = :user) AND starts_at > :now
                          AND status IN ('PENDING', 'CONFIRMED')
                        """)
                .param("user", userId)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .list();
    }

    private static Watched watched(ResultSet row, int n) throws SQLException {
        String awaiting = row.getString("awaiting");
        return new Watched(
                row.getObject("id", UUID.class),
                row.getLong("trainer_id"),
                row.getLong("client_id"),
                row.getTimestamp("starts_at").toInstant(),
                BookingStatus.valueOf(row.getString("status")),
                awaiting == null ? null : Side.valueOf(awaiting),
                row.getInt("version"),
                row.getTimestamp("since").toInstant());
    }
}
