package ru.trenergram.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;

/** Blocked time. Unlike a day off it occupies the trainer, so it never lies over a booking. */
@Service
@Transactional
public class Blocks {

    private static final int MAX_DAYS = 31;
    private static final int MAX_AHEAD = 1000;
    private static final int MAX_REASON = 200;

    private final JdbcClient jdbc;
    private final Occupancy occupancy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Blocks(JdbcClient jdbc, Occupancy occupancy, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.occupancy = occupancy;
        this.events = events;
        this.clock = clock;
    }

    /** Where a list of blocks goes on. */
    public record Key(Instant startsAt, long id) {}

    /**
     * A trainer's blocked time in order.
     *
     * @param from what ends by then is left out, like what begins at {@code before} or later
     */
    @Transactional(readOnly = true)
    public List<Block> list(
            long trainerId, @Nullable Instant from, @Nullable Instant before, @Nullable Key after, int limit) {
        return jdbc.sql("""
                        SELECT id, starts_at, ends_at, reason FROM blocked_time
                        WHERE trainer_id = :trainer
                          AND ends_at > coalesce(:from::timestamptz, '-infinity')
                          AND starts_at < coalesce(:before::timestamptz, 'infinity')
                          AND (starts_at, id) > (coalesce(:after::timestamptz, '-infinity'), :id)
                        ORDER BY starts_at, id LIMIT :limit
                        """)
                .param("trainer", trainerId)
                .param("from", timestamp(from))
                .param("before", timestamp(before))
                .param("after", after == null ? null : timestamp(after.startsAt()))
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit)
                .query(Blocks::row)
                .list();
    }

    /**
     * Blocks time that is not over yet.
     *
     * @throws DomainException {@code slot_taken}, {@code too_late}, {@code validation_failed}
     */
    public Block add(long trainerId, Instant startsAt, Instant endsAt, @Nullable String reason) {
        Moments.requireWholeMinute("starts_at", startsAt);
        Moments.requireWholeMinute("ends_at", endsAt);
        if (!startsAt.isBefore(endsAt)) {
            throw DomainException.invalid("ends_at", "range");
        }
        if (Duration.between(startsAt, endsAt).compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
            throw DomainException.invalid("ends_at", "too_long", MAX_DAYS);
        }
        Texts.check("reason", reason, MAX_REASON);
        Instant now = clock.instant();
        if (!endsAt.isAfter(now)) {
            throw new DomainException(ErrorCode.TOO_LATE);
        }
        long resource = occupancy.lock(trainerId);
        requireRoom(trainerId, now);
        Block block = jdbc.sql("""
                        INSERT INTO blocked_time (trainer_id, starts_at, ends_at, reason) VALUES (?, ?, ?, ?)
                        RETURNING id, starts_at, ends_at, reason
                        """)
                .params(trainerId, Timestamp.from(startsAt), Timestamp.from(endsAt))
                .param(Texts.blankToNull(reason))
                .query(Blocks::row)
                .single();
        occupancy.block(resource, block.time(), block.id());
        tell(trainerId, block.id(), Facts.none(), block.facts());
        return block;
    }

    /** @throws DomainException {@code not_found} */
    public void remove(long trainerId, long id) {
        jdbc.sql("""
                        DELETE FROM occupancy
                        WHERE block_id = (SELECT id FROM blocked_time WHERE id = ? AND trainer_id = ?)
                        """).params(id, trainerId).update();
        Block removed = jdbc.sql("DELETE FROM blocked_time WHERE id = ? AND trainer_id = ? RETURNING *")
                .params(id, trainerId)
                .query(Blocks::row)
                .optional()
                .orElseThrow(DomainException::notFound);
        tell(trainerId, id, removed.facts(), Facts.none());
    }

    private void tell(long trainerId, long id, Facts before, Facts after) {
        events.publishEvent(Changed.byTrainer(trainerId, Thing.BLOCKED_TIME, id, before, after));
    }

    List<Block> findAll(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT id, starts_at, ends_at, reason FROM blocked_time WHERE id = ANY (:ids)")
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Blocks::row)
                        .list();
    }

    private void requireRoom(long trainerId, Instant now) {
        int ahead = jdbc.sql("SELECT count(*) FROM blocked_time WHERE trainer_id = ? AND ends_at > ?")
                .params(trainerId, Timestamp.from(now))
                .query(Integer.class)
                .single();
        if (ahead >= MAX_AHEAD) {
            throw DomainException.invalid("blocks", "max", MAX_AHEAD);
        }
    }

    private static Block row(ResultSet row, int n) throws SQLException {
        return new Block(
                row.getLong("id"),
                new Span(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()),
                row.getString("reason"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
