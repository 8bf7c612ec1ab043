package ru.trenergram.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** One of the ids says what occupies the time. */
    record Busy(
            Span time, @Nullable UUID bookingId, @Nullable Long blockId) {}

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
        require(tryToOccupy(resourceId, time, bookingId));
    }

    /** The same for those who go on when something else is there already: false says so. */
    boolean tryToOccupy(long resourceId, Span time, UUID bookingId) {
        return add(resourceId, time, "BOOKING", bookingId, null);
    }

    /** The same with the trainer's own business. */
    void block(long resourceId, Span time, long blockId) {
        require(add(resourceId, time, "BLOCK", null, blockId));
    }

    void free(UUID bookingId) {
        jdbc.sql("DELETE FROM occupancy WHERE booking_id = ?").param(bookingId).update();
    }

    /** What occupies a trainer within a span, in order. */
    List<Busy> of(long trainerId, Span within) {
        return jdbc.sql("""
                        SELECT lower(during) AS starts_at, upper(during) AS ends_at, booking_id, block_id
                        FROM occupancy JOIN resource ON resource.id = resource_id
                        WHERE resource.trainer_id = ? AND during && tstzrange(?, ?, '[)')
                        ORDER BY lower(during)
                        """)
                .params(trainerId, Timestamp.from(within.startsAt()), Timestamp.from(within.endsAt()))
                .query(Occupancy::busy)
                .list();
    }

    /** The same of several trainers at once, by the trainer's user id; who is free all the time is absent. */
    Map<Long, List<Busy>> ofAll(Collection<Long> trainerIds, Span within) {
        Map<Long, List<Busy>> busy = new HashMap<>();
        jdbc.sql("""
                        SELECT trainer_id, lower(during) AS starts_at, upper(during) AS ends_at, booking_id, block_id
                        FROM resource JOIN occupancy ON resource_id = resource.id
                        WHERE trainer_id = ANY (?) AND during && tstzrange(?, ?, '[)')
                        ORDER BY lower(during)
                        """)
                .params(
                        trainerIds.toArray(Long[]::new),
                        Timestamp.from(within.startsAt()),
                        Timestamp.from(within.endsAt()))
                .query(row -> {
                    busy.computeIfAbsent(row.getLong("trainer_id"), trainer -> new ArrayList<>())
                            .add(busy(row, 0));
                });
        return busy;
    }

    private static Busy busy(ResultSet row, int n) throws SQLException {
        return new Busy(
                new Span(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()),
                row.getObject("booking_id", UUID.class),
                row.getObject("block_id", Long.class));
    }

    private boolean add(long resourceId, Span time, String kind, @Nullable UUID bookingId, @Nullable Long blockId) {
        // ON CONFLICT is the constraint's check at once, without breaking the transaction for those who answer
        return jdbc.sql("""
                        INSERT INTO occupancy (resource_id, during, kind, booking_id, block_id)
                        VALUES (:resource, tstzrange(:start, :end, '[)'), :kind, :booking::uuid, :block)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("resource", resourceId)
                        .param("start", Timestamp.from(time.startsAt()))
                        .param("end", Timestamp.from(time.endsAt()))
                        .param("kind", kind)
                        .param("booking", bookingId)
                        .param("block", blockId)
                        .update()
                == 1;
    }

    private static void require(boolean added) {
        if (!added) {
            throw new DomainException(ErrorCode.SLOT_TAKEN);
        }
    }

    private Optional<Long> lockRow(long trainerId) {
        return jdbc.sql("SELECT id FROM resource WHERE trainer_id = ? FOR NO KEY UPDATE")
                .param(trainerId)
                .query(Long.class)
                .optional();
    }
}
