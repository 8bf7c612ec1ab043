package ru.trenergram.trainers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import ru.trenergram.base.Money;

/** Who is whose client. */
@Service
@Transactional
public class Roster {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Roster(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a client on a trainer's roster; nothing happens when they are on it. Who has left before finds their note and
     * price again.
     *
     * @return whether they are new to this trainer, or back
     * @throws DomainException {@code own_link}, when a trainer would become their own client
     */
    public boolean join(long trainerId, long clientId) {
        if (trainerId == clientId) {
            throw new DomainException(ErrorCode.OWN_LINK);
        }
        Instant at = clock.instant();
        Timestamp now = Timestamp.from(at);
        boolean joined = jdbc.sql("""
                                INSERT INTO roster_entry (trainer_id, client_id, recent_at, joined_at)
                                VALUES (?, ?, ?, ?)
                                ON CONFLICT (trainer_id, client_id) DO UPDATE
                                SET left_at = NULL, archived = false, recent_at = excluded.recent_at,
                                    version = roster_entry.version + 1
                                WHERE roster_entry.left_at IS NOT NULL
                                """).params(trainerId, clientId, now, now).update() == 1;
        if (joined) {
            events.publishEvent(new ClientJoined(trainerId, clientId, at));
        }
        return joined;
    }

    /**
     * Takes a client off a trainer's roster. Until the transaction ends nobody else can book for the two: see
     * {@link #take}.
     *
     * @throws DomainException {@code not_found} when they are not on it
     */
    public void leave(long trainerId, long clientId) {
        Instant now = clock.instant();
        int left =
                jdbc.sql("""
                        UPDATE roster_entry SET left_at = ?, version = version + 1
                        WHERE trainer_id = ? AND client_id = ? AND left_at IS NULL
                        """).params(Timestamp.from(now), trainerId, clientId).update();
        if (left == 0) {
            throw DomainException.notFound();
        }
        events.publishEvent(new ClientLeft(trainerId, clientId, now));
    }

    /** Takes somebody off all rosters, and everybody off theirs, in an order that is the same for everybody. */
    public void leaveAll(long userId) {
        jdbc.sql("""
                        SELECT trainer_id, client_id FROM roster_entry
                        WHERE (trainer_id = :user OR client_id = :user) AND left_at IS NULL
                        ORDER BY trainer_id, client_id
                        FOR NO KEY UPDATE
                        """)
                .param("user", userId)
                .query((row, n) -> List.of(row.getLong("trainer_id"), row.getLong("client_id")))
                .list()
                .forEach(pair -> leave(pair.getFirst(), pair.getLast()));
    }

    @Transactional(readOnly = true)
    public Optional<RosterEntry> find(long trainerId, long clientId) {
        return entry(trainerId, clientId, "");
    }

    /** Several clients of a trainer at once, by their user id; those who are not on the roster are absent. */
    @Transactional(readOnly = true)
    public Map<Long, RosterEntry> getAll(long trainerId, Collection<Long> clientIds) {
        return jdbc
                .sql("SELECT * FROM roster_entry WHERE trainer_id = ? AND client_id = ANY (?) AND left_at IS NULL")
                .params(trainerId, clientIds.toArray(Long[]::new))
                .query(Roster::entry)
                .list()
                .stream()
                .collect(Collectors.toMap(RosterEntry::clientId, Function.identity()));
    }

    /** Like {@link #find}, and keeps the client on the roster until the transaction ends. */
    public Optional<RosterEntry> take(long trainerId, long clientId) {
        return entry(trainerId, clientId, " FOR NO KEY UPDATE");
    }

    private Optional<RosterEntry> entry(long trainerId, long clientId, String lock) {
        return jdbc.sql("SELECT * FROM roster_entry WHERE trainer_id = ? AND client_id = ? AND left_at IS NULL" + lock)
                .params(trainerId, clientId)
                .query(Roster::entry)
                .optional();
    }

    /**
     * Changes what the roster says about a client.
     *
     * @return false when the version is not the current one: then nothing has changed
     */
    public boolean change(long trainerId, long clientId, RosterChange change) {
        Optional<RosterEntry> seen = take(trainerId, clientId).filter(entry -> entry.version() == change.version());
        seen.ifPresent(before -> {
            Money price = change.price();
            jdbc.sql("""
                            UPDATE roster_entry
                            SET note = :note, price = :price, archived = :archived, version = version + 1
                            WHERE trainer_id = :trainer AND client_id = :client
                            """)
                    .param("note", change.note())
                    .param("price", price == null ? null : price.amount())
                    .param("archived", change.archived())
                    .param("trainer", trainerId)
                    .param("client", clientId)
                    .update();
            events.publishEvent(Changed.byTrainer(
                    trainerId,
                    Thing.ROSTER_ENTRY,
                    trainerId + "/" + clientId,
                    facts(before.price(), before.note(), before.archived()),
                    facts(price, change.note(), change.archived())));
        });
        return seen.isPresent();
    }

    private static Facts facts(@Nullable Money price, @Nullable String note, boolean archived) {
        return Facts.none()
                .with("price", price == null ? null : price.amount())
                .words("note", note)
                .with("archived", archived);
    }

    /** The user ids of the trainers whose client somebody is. */
    @Transactional(readOnly = true)
    public List<Long> trainersOf(long clientId) {
        return entriesOf(clientId).stream().map(RosterEntry::trainerId).toList();
    }

    /** What the rosters of their trainers say about a client, the trainer booked last first. */
    @Transactional(readOnly = true)
    public List<RosterEntry> entriesOf(long clientId) {
        return jdbc.sql("""
                        SELECT * FROM roster_entry WHERE client_id = ? AND left_at IS NULL
                        ORDER BY recent_at DESC, trainer_id
                        """).param(clientId).query(Roster::entry).list();
    }

    /** How many clients a trainer has. */
    @Transactional(readOnly = true)
    public long countClients(long trainerId) {
        return jdbc.sql("SELECT count(*) FROM roster_entry WHERE trainer_id = ? AND left_at IS NULL")
                .param(trainerId)
                .query(Long.class)
                .single();
    }

    /** Moves a client to the top of the roster. */
    public void touch(long trainerId, long clientId, Instant at) {
        jdbc.sql("UPDATE roster_entry SET recent_at = ? WHERE trainer_id = ? AND client_id = ? AND recent_at < ?")
                .params(Timestamp.from(at), trainerId, clientId, Timestamp.from(at))
                .update();
    }

    private static RosterEntry entry(ResultSet row, int n) throws SQLException {
        Long price = row.getObject("price", Long.class);
        return new RosterEntry(
                row.getLong("trainer_id"),
                row.getLong("client_id"),
                price == null ? null : Money.rubles(price),
                row.getString("note"),
                row.getBoolean("archived"),
                row.getTimestamp("recent_at").toInstant(),
                row.getInt("version"));
    }
}
