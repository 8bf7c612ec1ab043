package ru.trenergram.scheduling;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;

/** Every span in which a trainer is busy. That two never overlap is the exclusion constraint's guarantee. */
@Component
class Occupancy {

    private final JdbcClient jdbc;

    Occupancy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param bookingId of what occupies it; null for what is no booking */
    record Busy(Span time, @Nullable UUID bookingId) {}

    /**
     * Makes everybody else who wants time of this trainer wait for the end of the transaction. Without it inserts that
     * meet on the constraint deadlock instead of queueing.
     */
    long lock(long trainerId) {
        return lockRow(trainerId).orElseGet(() -> {
            jdbc.sql("INSERT INTO resource (trainer_id) VALUES (?) ON CONFLICT DO NOTHING")
                    .param(trainerId)
                    .update();
            return lockRow(trainerId).orElseThrow();
        });
    }

    /**
     * @param resourceId which the caller has locked
     * @throws DomainException {@code slot_taken}
     */
    void occupy(long resourceId, Span time, UUID bookingId) {
        // ON CONFLICT is the constraint's check at once, without breaking the transaction for those who answer
        int added = jdbc.sql("""
                        INSERT INTO occupancy (resource_id, during, kind, booking_id)
                        VALUES (?, tstzrange(?, ?, '[)'), 'BOOKING', ?) ON CONFLICT DO NOTHING
                        """)
                .params(resourceId, Timestamp.from(time.startsAt()), Timestamp.from(time.endsAt()), bookingId)
                .update();
        if (added == 0) {
            throw new DomainException(ErrorCode.SLOT_TAKEN);
        }
    }

    void free(UUID bookingId) {
        jdbc.sql("DELETE FROM occupancy WHERE booking_id = ?").param(bookingId).update();
    }

    /** What occupies a trainer within a span, in order. */
    List<Busy> of(long trainerId, Span within) {
        return jdbc.sql("""
                        SELECT lower(during) AS starts_at, upper(during) AS ends_at, booking_id
                        FROM occupancy JOIN resource ON resource.id = resource_id
                        WHERE resource.trainer_id = ? AND during && tstzrange(?, ?, '[)')
                        ORDER BY lower(during)
                        """)
                .params(trainerId, Timestamp.from(within.startsAt()), Timestamp.from(within.endsAt()))
                .query((row, n) -> new Busy(
                        new Span(
                                row.getTimestamp("starts_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant()),
                        row.getObject("booking_id", UUID.class)))
                .list();
    }

    private Optional<Long> lockRow(long trainerId) {
        return jdbc.sql("SELECT id FROM resource WHERE trainer_id = ? FOR NO KEY UPDATE")
                .param(trainerId)
                .query(Long.class)
                .optional();
    }
}
