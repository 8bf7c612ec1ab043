package ru.trenergram.members;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.StaffMembers;

/**
 * What one of the staff looks for often among a club's clients, under names of their own; nobody else sees them.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff, {@code forbidden} for cashiers.
 */
@Service
@Transactional
public class SavedFilters {

    public static final int MOST = 30;
    public static final int MAX_NAME = 60;

    private static final int MAX_QUERY = 1_000;

    private final JdbcClient jdbc;
    private final StaffMembers staff;

    SavedFilters(JdbcClient jdbc, StaffMembers staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    /** @param query the filter as it stands in the address */
    public record SavedFilter(String name, String query) {}

    @Transactional(readOnly = true)
    public List<SavedFilter> all(long staffId, long clubId) {
        staff.panelMembership(staffId, clubId);
        return jdbc.sql("""
            SELECT name, query FROM member_filter WHERE club_id = ? AND staff_id = ?
            ORDER BY name COLLATE "ru-RU-x-icu"
            """).params(clubId, staffId).query(SavedFilter.class).list();
    }

    /**
     * Keeps a filter; one of the same name is replaced.
     *
     * @throws DomainException {@code validation_failed} when the name is missing or too long, or there are too many
     */
    public void save(long staffId, long clubId, String name, String query) {
        String kept = name.strip();
        if (kept.isEmpty()) {
            throw DomainException.invalid("name", "required");
        }
        if (kept.length() > MAX_NAME || kept.indexOf('\0') >= 0 || query.length() > MAX_QUERY) {
            throw DomainException.invalid("name", "size", 1, MAX_NAME);
        }
        List<SavedFilter> all = all(staffId, clubId);
        if (all.size() >= MOST && all.stream().noneMatch(filter -> filter.name().equals(kept))) {
            throw DomainException.invalid("name", "max", MOST);
        }
        jdbc.sql("""
            INSERT INTO member_filter (club_id, staff_id, name, query) VALUES (?, ?, ?, ?)
            ON CONFLICT (club_id, staff_id, name) DO UPDATE SET query = excluded.query
            """).params(clubId, staffId, kept, query).update();
    }

    public void delete(long staffId, long clubId, String name) {
        staff.panelMembership(staffId, clubId);
        jdbc.sql("DELETE FROM member_filter WHERE club_id = ? AND staff_id = ? AND name = ?")
                .params(clubId, staffId, name)
                .update();
    }
}
