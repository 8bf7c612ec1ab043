package ru.trenergram.trainers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
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
     * Puts a client on a trainer's roster; nothing happens when they are on it.
     *
     * @return whether they are new to this trainer
     * @throws DomainException {@code own_link}, when a trainer would become their own client
     */
    public boolean join(long trainerId, long clientId) {
        if (trainerId == clientId) {
            throw new DomainException(ErrorCode.OWN_LINK);
        }
        Timestamp now = Timestamp.from(clock.instant());
        boolean joined = jdbc.sql("""
                                INSERT INTO roster_entry (trainer_id, client_id, recent_at, joined_at)
                                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """).params(trainerId, clientId, now, now).update() == 1;
        if (joined) {
            events.publishEvent(new ClientJoined(trainerId, clientId));
        }
        return joined;
    }

    @Transactional(readOnly = true)
    public Optional<RosterEntry> find(long trainerId, long clientId) {
        return jdbc.sql("SELECT * FROM roster_entry WHERE trainer_id = ? AND client_id = ?")
                .params(trainerId, clientId)
                .query(Roster::entry)
                .optional();
    }

    /**
     * A page of a trainer's clients, the most recent first.
     *
     * @param query a part of the name, user name or phone, in any case
     * @param after the last entry of the page before
     */
    @Transactional(readOnly = true)
    public List<RosterEntry> clients(long trainerId, @Nullable String query, @Nullable RosterEntry after, int limit) {
        return jdbc.sql("""
                        SELECT roster_entry.* FROM roster_entry JOIN users ON users.id = client_id
                        WHERE trainer_id = :trainer
                          AND (:query::text IS NULL OR position(lower(:query) IN
                               lower(concat_ws(' ', first_name, last_name, username, phone))) > 0)
                          AND (:recent::timestamptz IS NULL OR (recent_at, client_id) < (:recent, :client))
                        ORDER BY recent_at DESC, client_id DESC
                        LIMIT :limit
                        """)
                .param("trainer", trainerId)
                .param("query", query)
                .param("recent", after == null ? null : Timestamp.from(after.recentAt()))
                .param("client", after == null ? 0L : after.clientId())
                .param("limit", limit)
                .query(Roster::entry)
                .list();
    }

    /** The user ids of the trainers whose client somebody is. */
    @Transactional(readOnly = true)
    public List<Long> trainersOf(long clientId) {
        return jdbc.sql("SELECT trainer_id FROM roster_entry WHERE client_id = ? ORDER BY recent_at DESC, trainer_id")
                .param(clientId)
                .query(Long.class)
                .list();
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
