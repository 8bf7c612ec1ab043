package ru.trenergram.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.telegram.spi.OutboxDesk;
import ru.trenergram.trainers.Roster;
import ru.trenergram.users.Erasures;
import ru.trenergram.users.Person;
import ru.trenergram.users.UserBlocks;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** The platform's people, for super-admins to look through. */
@Service
@Transactional(readOnly = true)
public class People {

    private static final String SELECT =
            "SELECT id, phone, created_at, seen_at, source, unreachable_since, " + Person.COLUMNS + """
            , EXISTS (SELECT FROM trainer WHERE user_id = users.id) AS is_trainer,
            EXISTS (SELECT FROM roster_entry WHERE client_id = users.id AND left_at IS NULL) AS is_client,
            EXISTS (SELECT FROM staff_member WHERE user_id = users.id) AS is_staff,
            EXISTS (SELECT FROM user_block WHERE user_id = users.id) AS is_blocked
            FROM users WHERE true
            """;

    private final JdbcClient jdbc;
    private final Superadmins superadmins;
    private final Users users;
    private final UserBlocks blocks;
    private final Erasures erasures;
    private final ClubTrainers clubTrainers;
    private final StaffMembers staff;
    private final Roster roster;
    private final OutboxDesk outbox;

    People(
            JdbcClient jdbc,
            Superadmins superadmins,
            Users users,
            UserBlocks blocks,
            Erasures erasures,
            ClubTrainers clubTrainers,
            StaffMembers staff,
            Roster roster,
            OutboxDesk outbox) {
        this.jdbc = jdbc;
        this.superadmins = superadmins;
        this.users = users;
        this.blocks = blocks;
        this.erasures = erasures;
        this.clubTrainers = clubTrainers;
        this.staff = staff;
        this.roster = roster;
        this.outbox = outbox;
    }

    /** Who is looked for. */
    public enum Kind {
        TRAINER("EXISTS (SELECT FROM trainer WHERE user_id = users.id)"),
        CLIENT("EXISTS (SELECT FROM roster_entry WHERE client_id = users.id AND left_at IS NULL)"),
        STAFF("EXISTS (SELECT FROM staff_member WHERE user_id = users.id)"),
        BLOCKED("EXISTS (SELECT FROM user_block WHERE user_id = users.id)"),
        UNREACHABLE("unreachable_since IS NOT NULL AND telegram_id IS NOT NULL");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /**
     * @param words a part of a name or username, a phone number or a Telegram id; empty for everybody
     * @param kind null for everybody
     */
    public record Filter(String words, @Nullable Kind kind) {

        public static final Filter EVERYBODY = new Filter("", null);
    }

    /**
     * The newest first.
     *
     * @param beforeId the last one of the page before, or null
     * @throws DomainException {@code not_found} for who is no super-admin
     */
    public List<PersonRow> list(Caller superadmin, Filter filter, @Nullable Long beforeId, int limit) {
        superadmins.require(superadmin);
        List<Object> values = new ArrayList<>();
        String conditions = conditions(filter, values);
        if (beforeId != null) {
            conditions += " AND id < ?";
            values.add(beforeId);
        }
        values.add(limit);
        return jdbc.sql(SELECT + conditions + " ORDER BY id DESC LIMIT ?")
                .params(values)
                .query(People::row)
                .list();
    }

    /** @throws DomainException {@code not_found} for who is no super-admin */
    public long count(Caller superadmin, Filter filter) {
        superadmins.require(superadmin);
        List<Object> values = new ArrayList<>();
        return jdbc.sql("SELECT count(*) FROM users WHERE true" + conditions(filter, values))
                .params(values)
                .query(Long.class)
                .single();
    }

    /** @throws DomainException {@code not_found} for who is no super-admin, and where there is no such user */
    public PersonCard card(Caller superadmin, long userId) {
        superadmins.require(superadmin);
        UserInfo user = users.get(userId);
        Map<Long, UserInfo> trainers = users.getAll(roster.trainersOf(userId));
        record Head(
                PersonRow row,
                @Nullable String source,
                @Nullable Instant unreachableSince) {}
        Head head = jdbc.sql(SELECT + " AND id = ?")
                .param(userId)
                .query((row, n) -> new Head(row(row, n), row.getString("source"), instant(row, "unreachable_since")))
                .single();
        return new PersonCard(
                head.row(),
                user,
                superadmins.contains(user.telegramId()),
                head.source(),
                head.unreachableSince(),
                blocks.find(userId),
                erasures.erasedAt(userId),
                clubTrainers.ofTrainer(userId),
                staff.memberships(userId),
                trainers.values().stream().map(UserInfo::person).toList(),
                roster.countClients(userId),
                outbox.chats(user.telegramId()),
                staff.ownedAlone(userId));
    }

    private static String conditions(Filter filter, List<Object> values) {
        String conditions = filter.kind() == null ? "" : " AND " + filter.kind().condition;
        String words = filter.words().strip().replaceFirst("^@", "");
        String digits = words.replaceAll("[\\s()+-]", "");
        if (words.isEmpty()) {
            return conditions;
        }
        if (digits.matches("\\d{3,18}")) {
            values.add("%" + digits + "%");
            values.add(Long.valueOf(digits));
            return conditions + " AND (phone LIKE ? OR telegram_id = ?)";
        }
        values.add("%" + escaped(words.toLowerCase(Locale.ROOT)) + "%");
        return conditions
                + " AND lower(first_name || ' ' || coalesce(last_name, '') || ' ' || coalesce(username, '')) LIKE ?";
    }

    private static String escaped(String words) {
        return words.replace("\0", "").replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static PersonRow row(ResultSet row, int n) throws SQLException {
        return new PersonRow(
                row.getLong("id"),
                Person.of(row),
                row.getString("phone"),
                row.getBoolean("is_trainer"),
                row.getBoolean("is_client"),
                row.getBoolean("is_staff"),
                row.getBoolean("is_blocked"),
                row.getTimestamp("unreachable_since") != null,
                row.getTimestamp("created_at").toInstant(),
                instant(row, "seen_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
