package ru.trenergram.platform;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.base.PersonalData;
import ru.trenergram.base.PersonalData.Subject;
import ru.trenergram.security.Caller;
import ru.trenergram.security.SuperAdmins;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A copy of everything that is held about somebody, and their erasure (PRODUCT.md, "Identity and roles"). */
@Service
@Transactional
public class PeopleData {

    private final JdbcClient jdbc;
    private final List<PersonalData> modules;
    private final SuperAdmins superAdmins;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    PeopleData(
            JdbcClient jdbc,
            List<PersonalData> modules,
            SuperAdmins superAdmins,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        // one order for everybody: two erasures at once take their locks in it
        this.modules = modules.stream()
                .sorted(Comparator.comparing(module -> module.getClass().getName()))
                .toList();
        this.superAdmins = superAdmins;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes everything that is held about somebody as one JSON object: lists of records by their names. Who took the copy
     * stands in the audit.
     *
     * @throws DomainException {@code not_found} for who is no super-admin, and where there is no such user
     */
    public void export(Caller superadmin, long userId, OutputStream to) {
        superAdmins.require(superadmin);
        Subject person = subject(userId, "");
        try (JsonGenerator file = json.createGenerator(to)) {
            file.writeStartObject();
            for (PersonalData module : modules) {
                Map<String, List<Map<String, Object>>> parts = new TreeMap<>(module.of(person));
                parts.forEach((name, rows) -> {
                    file.writeName(name);
                    json.writeValue(file, rows);
                });
            }
            file.writeEndObject();
        }
        events.publishEvent(Changed.bySuperadmin(
                superadmin.userId(),
                Thing.USER,
                userId,
                Facts.none(),
                Facts.none().with("exported", true)));
    }

    /** The clubs that would be left without an owner; as long as there are any, somebody cannot be erased. */
    @Transactional(readOnly = true)
    public List<String> ownedAlone(Caller superadmin, long userId) {
        superAdmins.require(superadmin);
        return jdbc.sql("""
                        SELECT name FROM club JOIN staff_member mine ON club_id = club.id AND user_id = ? AND role = 'OWNER'
                        WHERE NOT EXISTS (
                            SELECT FROM staff_member other
                            WHERE other.club_id = club.id AND role = 'OWNER' AND other.user_id <> mine.user_id)
                        ORDER BY name
                        """).param(userId).query(String.class).list();
    }

    /**
     * Erases somebody: what lies ahead is cancelled, what leads to them is dead, what they and others wrote about them is
     * gone. Their sessions and the ledger stay, of ids and sums alone. Who comes back is somebody new.
     *
     * @return false when they have been erased already
     * @throws DomainException {@code not_found} for who is no super-admin, and where there is no such user;
     *     {@code forbidden} for a super-admin; {@code only_owner} while a club would be left without an owner
     */
    public boolean erase(Caller superadmin, long userId) {
        superAdmins.require(superadmin);
        Subject person = subject(userId, " FOR NO KEY UPDATE");
        if (person.telegramId() != null && superAdmins.include(person.telegramId())) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        // the staff of a club change one after the other (StaffMembers)
        jdbc.sql("""
                        SELECT id FROM club WHERE id IN (SELECT club_id FROM staff_member WHERE user_id = ?)
                        ORDER BY id FOR NO KEY UPDATE
                        """).param(userId).query(Long.class).list();
        List<String> owned = ownedAlone(superadmin, userId);
        if (!owned.isEmpty()) {
            throw new DomainException(ErrorCode.ONLY_OWNER, String.join(", ", owned));
        }
        boolean first = jdbc.sql("""
                        INSERT INTO user_erasure (user_id, erased_by, erased_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                        .params(userId, superadmin.userId(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (first) {
            modules.forEach(module -> module.erase(person));
            events.publishEvent(Changed.bySuperadmin(
                    superadmin.userId(),
                    Thing.USER,
                    userId,
                    Facts.none(),
                    Facts.none().with("erased", true)));
        }
        return first;
    }

    private Subject subject(long userId, String lock) {
        return jdbc.sql("SELECT * FROM users WHERE id = ?" + lock)
                .param(userId)
                .query(PeopleData::subject)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private static Subject subject(ResultSet row, int n) throws SQLException {
        return new Subject(
                row.getLong("id"),
                row.getObject("telegram_id", Long.class),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("username"),
                row.getString("phone"));
    }
}
