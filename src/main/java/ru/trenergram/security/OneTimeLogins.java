package ru.trenergram.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Secrets;

/** Links that sign a person in to the panels: each works once, for {@link #LIFETIME}, and is stored as a hash. */
@Service
@Transactional
public class OneTimeLogins {

    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLogins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a token for a user and forgets the ones they did not use, and all that have expired. */
    public String issue(long userId) {
        String token = Secrets.random(32);
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM one_time_login WHERE user_id = ? OR expires_at < ?")
                .params(userId, Timestamp.from(now))
                .update();
        jdbc.sql("INSERT INTO one_time_login (token_hash, user_id, expires_at) VALUES (?, ?, ?)")
                .params(Secrets.hash(token), userId, Timestamp.from(now.plus(LIFETIME)))
                .update();
        return token;
    }

    /** Uses a token up: of any number of attempts, one gets the user's id. */
    public Optional<Long> redeem(String token) {
        return jdbc.sql("DELETE FROM one_time_login WHERE token_hash = ? AND expires_at > ? RETURNING user_id")
                .params(Secrets.hash(token), Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }
}
