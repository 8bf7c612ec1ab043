package ru.trenergram.calendars;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Secrets;

/** A feed of every person who asks for one. Whoever knows its secret may read it. */
@Service
@Transactional
public class CalendarFeeds {

    /** What is longer ago is of no use in a calendar, and would be sent again every hour. */
    private static final Duration PAST = Duration.ofDays(90);

    private static final int SECRET_BYTES = 20;
    private static final String SECRET = "[A-Za-z0-9_-]{27}";

    private final JdbcClient jdbc;
    private final FeedEvents events;
    private final FeedWriter writer;
    private final Clock clock;

    CalendarFeeds(JdbcClient jdbc, FeedEvents events, FeedWriter writer, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.writer = writer;
        this.clock = clock;
    }

    private record Reader(long userId, Locale language) {}

    /** The secret of somebody's feed; made when it is first asked for. */
    public String secret(long userId) {
        return find(userId).orElseGet(() -> {
            insert(userId, "ON CONFLICT (user_id) DO NOTHING");
            return find(userId).orElseThrow();
        });
    }

    /** A new secret; the feed is no longer found by the former one. */
    public String rotate(long userId) {
        insert(
                userId,
                "ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at");
        return find(userId).orElseThrow();
    }

    /**
     * The feed as an iCalendar file (RFC 5545); the same bytes as long as nothing in it has changed.
     *
     * @return empty when no feed has this secret, or its owner has been erased
     */
    @Transactional(readOnly = true)
    public Optional<String> read(String secret) {
        return reader(secret)
                .map(reader ->
                        writer.write(events.of(reader.userId(), clock.instant().minus(PAST)), reader.language()));
    }

    private Optional<Reader> reader(String secret) {
        return secret.matches(SECRET)
                ? jdbc.sql("""
                                SELECT users.id, users.language FROM calendar_feed JOIN users ON users.id = user_id
                                WHERE secret = ? AND telegram_id IS NOT NULL
                                """)
                        .param(secret)
                        .query((row, n) -> new Reader(row.getLong("id"), Locale.of(row.getString("language"))))
                        .optional()
                : Optional.empty();
    }

    private Optional<String> find(long userId) {
        return jdbc.sql("SELECT secret FROM calendar_feed WHERE user_id = ?")
                .param(userId)
                .query(String.class)
                .optional();
    }

    private void insert(long userId, String otherwise) {
        jdbc.sql("INSERT INTO calendar_feed (user_id, secret, created_at) VALUES (?, ?, ?) " + otherwise)
                .params(userId, Secrets.random(SECRET_BYTES), Timestamp.from(clock.instant()))
                .update();
    }
}
