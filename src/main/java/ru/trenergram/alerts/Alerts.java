package ru.trenergram.alerts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Settings;
import ru.trenergram.base.TimeMoved;

/**
 * Every occasion is told once, and a kind at most once in a while ({@code ALERT_EVERY}): what comes up in between waits
 * and is then told together. Both are unique keys of the database, so that nodes and jobs may raise the same as they like.
 */
@Service
@Transactional
class Alerts {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final AlertMessages messages;
    private final Settings settings;
    private final Clock clock;

    Alerts(JdbcClient jdbc, AlertMessages messages, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param subject one line, as technical as need be, without personal data */
    record Occasion(String key, String subject, Instant happenedAt) {}

    /** Records an occasion and tells it, if the kind's time has come. */
    void raise(AlertKind kind, Occasion occasion) {
        record(kind, occasion);
        tell(kind);
    }

    /** Records an occasion, for {@link #tellWaiting} to tell. */
    void record(AlertKind kind, Occasion occasion) {
        jdbc.sql("INSERT INTO alert (kind, occasion, subject, happened_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(kind.name(), occasion.key(), occasion.subject(), Timestamp.from(occasion.happenedAt()))
                .update();
    }

    /** Tells what has been waiting, of every kind whose time has come. */
    void tellWaiting() {
        for (AlertKind kind : AlertKind.values()) {
            tell(kind);
        }
    }

    /** The connections that were reported as lost, and not as back. */
    @Transactional(readOnly = true)
    List<Occasion> lostConnections() {
        return jdbc.sql("""
                        SELECT occasion, subject, happened_at FROM alert lost
                        WHERE kind = 'CONNECTION_LOST' AND NOT EXISTS (
                            SELECT FROM alert back WHERE back.kind = 'CONNECTION_BACK' AND back.occasion = lost.occasion)
                        """)
                .query((row, n) -> new Occasion(
                        row.getString("occasion"),
                        row.getString("subject"),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }

    /** After a jump back the kinds would be silent until that time has come again. */
    @EventListener
    void on(TimeMoved moved) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("UPDATE alert_kind SET told_at = ? WHERE told_at > ?")
                .params(now, now)
                .update();
    }

    void forgetOld() {
        jdbc.sql("DELETE FROM alert WHERE happened_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private void tell(AlertKind kind) {
        Instant now = clock.instant();
        if (!isWaiting(kind) || !mayTell(kind, now)) {
            return;
        }
        List<Occasion> occasions = jdbc
                .sql("""
                        UPDATE alert SET told_at = ? WHERE kind = ? AND told_at IS NULL
                        RETURNING occasion, subject, happened_at
                        """)
                .params(Timestamp.from(now), kind.name())
                .query((row, n) -> new Occasion(
                        row.getString("occasion"),
                        row.getString("subject"),
                        row.getTimestamp("happened_at").toInstant()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Occasion::happenedAt))
                .toList();
        messages.send(kind, occasions, now);
    }

    private boolean isWaiting(AlertKind kind) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM alert WHERE kind = ? AND told_at IS NULL)")
                .param(kind.name())
                .query(Boolean.class)
                .single();
    }

    /** Takes the kind's turn, which of several at once one gets. */
    private boolean mayTell(AlertKind kind, Instant now) {
        return jdbc.sql("""
                        INSERT INTO alert_kind (kind, told_at) VALUES (:kind, :now)
                        ON CONFLICT (kind) DO UPDATE SET told_at = excluded.told_at WHERE alert_kind.told_at <= :since
                        """)
                        .param("kind", kind.name())
                        .param("now", Timestamp.from(now))
                        .param(
                                "since",
                                Timestamp.from(now.minus(settings.alerts().every())))
                        .update()
                == 1;
    }
}
