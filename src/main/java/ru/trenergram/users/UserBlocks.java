package ru.trenergram.users;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;

/**
 * Super-admins shut people out of the platform, and let them in again. Whoever is shut out keeps everything and can do
 * nothing: no token, launch of a Mini App, message to a bot or session of a panel is of use to them.
 */
@Service
@Transactional
public class UserBlocks {

    public static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Superadmins superadmins;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UserBlocks(JdbcClient jdbc, Superadmins superadmins, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.superadmins = superadmins;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @return false when they were shut out already, for the reason that was given then
     * @throws DomainException {@code not_found} for who is no super-admin, and where there is no such user;
     *     {@code forbidden} when it is a super-admin that would be shut out; {@code validation_failed} without a reason
     */
    public boolean block(Caller superadmin, long userId, String reason) {
        requireManageable(superadmin, userId);
        if (reason.isBlank()) {
            throw DomainException.invalid("reason", "required");
        }
        if (reason.length() > LONGEST_REASON) {
            throw DomainException.invalid("reason", "size", 1, LONGEST_REASON);
        }
        boolean blocked = jdbc.sql("""
                        INSERT INTO user_block (user_id, reason, blocked_by, blocked_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                        .params(userId, reason.strip(), superadmin.userId(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (blocked) {
            tell(superadmin, userId, blocked(false), blocked(true).words("reason", reason.strip()));
            events.publishEvent(new UserAdmission.Decided(userId, ErrorCode.BLOCKED));
        }
        return blocked;
    }

    /**
     * @return false when they were not shut out
     * @throws DomainException {@code not_found} for who is no super-admin, and where there is no such user
     */
    public boolean unblock(Caller superadmin, long userId) {
        requireManageable(superadmin, userId);
        boolean unblocked = jdbc.sql("DELETE FROM user_block WHERE user_id = ?")
                        .param(userId)
                        .update()
                == 1;
        if (unblocked) {
            tell(superadmin, userId, blocked(true), blocked(false));
            events.publishEvent(new UserAdmission.Decided(userId, null));
        }
        return unblocked;
    }

    @Transactional(readOnly = true)
    public Optional<UserBlock> find(long userId) {
        return jdbc.sql("SELECT reason, blocked_by, blocked_at FROM user_block WHERE user_id = ?")
                .param(userId)
                .query((row, n) -> new UserBlock(
                        row.getString("reason"),
                        row.getLong("blocked_by"),
                        row.getTimestamp("blocked_at").toInstant()))
                .optional();
    }

    private void requireManageable(Caller superadmin, long userId) {
        superadmins.require(superadmin);
        long telegramId = jdbc.sql("SELECT coalesce(telegram_id, 0) FROM users WHERE id = ?")
                .param(userId)
                .query(Long.class)
                .optional()
                .orElseThrow(DomainException::notFound);
        if (superadmins.contains(telegramId)) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
    }

    private void tell(Caller superadmin, long userId, Facts before, Facts after) {
        events.publishEvent(Changed.bySuperadmin(superadmin.userId(), Thing.USER, userId, before, after));
    }

    private static Facts blocked(boolean blocked) {
        return Facts.none().with("blocked", blocked);
    }
}
