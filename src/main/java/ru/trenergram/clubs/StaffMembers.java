package ru.trenergram.clubs;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;

/**
 * Who is on the staff of which club. What role somebody has is said here alone, and so are its two exceptions: of a frozen
 * club the staff only look, and so does a super-admin who has opened it.
 */
@Service
@Transactional
public class StaffMembers {

    private final JdbcClient jdbc;
    private final OpenedClubs opened;
    private final ClubChanges changes;
    private final Clock clock;

    StaffMembers(JdbcClient jdbc, OpenedClubs opened, ClubChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.opened = opened;
        this.changes = changes;
        this.clock = clock;
    }

    /** Where somebody is on the staff, with the role that they have there now. */
    @Transactional(readOnly = true)
    public List<Membership> memberships(long userId) {
        return jdbc.sql("SELECT " + ClubRow.COLUMNS + """
                        , CASE WHEN club.frozen_at IS NULL OR staff_member.role = 'CASHIER' THEN staff_member.role
                               ELSE 'READONLY' END AS role
                        FROM staff_member JOIN club ON club.id = staff_member.club_id
                        WHERE staff_member.user_id = ?
                        ORDER BY club.name COLLATE "ru-RU-x-icu", club.id
                        """)
                .param(userId)
                .query((row, n) -> new Membership(ClubRow.of(row, n), StaffRole.valueOf(row.getString("role"))))
                .list();
    }

    /**
     * Somebody's place on the staff of one club.
     *
     * @throws DomainException {@code not_found} for everybody who is not on its staff
     */
    @Transactional(readOnly = true)
    public Membership membership(long userId, long clubId) {
        if (opened.isOpen(userId, clubId)) {
            return jdbc.sql("SELECT " + ClubRow.COLUMNS + " FROM club WHERE id = ?")
                    .param(clubId)
                    .query((row, n) -> new Membership(ClubRow.of(row, n), StaffRole.READONLY))
                    .single();
        }
        return memberships(userId).stream()
                .filter(membership -> membership.club().id() == clubId)
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    /**
     * Somebody's place on the staff of a club whose panel they open.
     *
     * @throws DomainException {@code not_found} for everybody who is not on its staff, {@code forbidden} for cashiers
     */
    @Transactional(readOnly = true)
    public Membership panelMembership(long userId, long clubId) {
        Membership membership = membership(userId, clubId);
        if (!membership.role().opensPanel()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        return membership;
    }

    /** The clubs that have no owner but this one, by their names. */
    @Transactional(readOnly = true)
    public List<String> ownedAlone(long userId) {
        return jdbc.sql("""
                        SELECT name FROM club JOIN staff_member mine ON club_id = club.id AND user_id = ? AND role = 'OWNER'
                        WHERE NOT EXISTS (
                            SELECT FROM staff_member other
                            WHERE other.club_id = club.id AND other.role = 'OWNER' AND other.user_id <> mine.user_id)
                        ORDER BY name
                        """).param(userId).query(String.class).list();
    }

    /**
     * Takes somebody off the staff of all clubs.
     *
     * @throws DomainException {@code last_owner}
     */
    void leaveAll(long userId) {
        // staff of one club change one after the other, as in add
        jdbc.sql("""
                        SELECT id FROM club WHERE id IN (SELECT club_id FROM staff_member WHERE user_id = ?)
                        ORDER BY id FOR NO KEY UPDATE
                        """).param(userId).query(Long.class).list();
        if (!ownedAlone(userId).isEmpty()) {
            throw new DomainException(ErrorCode.LAST_OWNER);
        }
        jdbc.sql("DELETE FROM staff_member WHERE user_id = ?").param(userId).update();
    }

    /** The user ids of a club's owners, also while it is frozen. */
    @Transactional(readOnly = true)
    public List<Long> owners(long clubId) {
        return jdbc.sql("SELECT user_id FROM staff_member WHERE club_id = ? AND role = 'OWNER'")
                .param(clubId)
                .query(Long.class)
                .list();
    }

    /** The user ids of those who run a club day by day: its owners and managers. */
    @Transactional(readOnly = true)
    public List<Long> managers(long clubId) {
        return jdbc.sql("SELECT user_id FROM staff_member WHERE club_id = ? AND role IN ('OWNER', 'MANAGER')")
                .param(clubId)
                .query(Long.class)
                .list();
    }

    /** Puts somebody on the staff, or gives them another role there. */
    public void add(long clubId, long userId, StaffRole role) {
        // staff of one club change one after the other: else two who do would both have seen the same former role
        jdbc.sql("SELECT id FROM club WHERE id = ? FOR NO KEY UPDATE")
                .param(clubId)
                .query(Long.class)
                .single();
        String former = jdbc.sql("SELECT role FROM staff_member WHERE club_id = ? AND user_id = ?")
                .params(clubId, userId)
                .query(String.class)
                .optional()
                .orElse(null);
        jdbc.sql("""
                        INSERT INTO staff_member (club_id, user_id, role, since) VALUES (?, ?, ?, ?)
                        ON CONFLICT (club_id, user_id) DO UPDATE SET role = excluded.role
                        """)
                .params(clubId, userId, role.name(), Timestamp.from(clock.instant()))
                .update();
        changes.role(Side.SYSTEM, null, clubId, userId, former, role);
    }

    /** Puts somebody who accepted an invitation on the staff; false when they are there already, whose role stays. */
    boolean join(long clubId, long userId, StaffRole role) {
        boolean joined = jdbc.sql("""
                        INSERT INTO staff_member (club_id, user_id, role, since) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                        .params(clubId, userId, role.name(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (joined) {
            changes.role(Side.STAFF, userId, clubId, userId, null, role);
        }
        return joined;
    }
}
