package ru.trenergram.clubs;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.StaleVersionException;

/**
 * What a club's owners and managers do with its staff. Whatever changes somebody's place first locks the club's row and
 * reads everything after it, the place of who acts too: so of two owners who remove each other at once one stays.
 */
@Service
@Transactional
public class StaffDesk {

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final ClubChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffDesk(JdbcClient jdbc, StaffMembers staff, ClubChanges changes, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The staff, owners first.
     *
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} for cashiers
     */
    @Transactional(readOnly = true)
    public List<StaffMember> members(long staffId, long clubId) {
        staff.panelMembership(staffId, clubId);
        return jdbc.sql("""
                        SELECT user_id, concat_ws(' ', first_name, last_name) AS name, role, since
                        FROM staff_member JOIN users ON users.id = user_id
                        WHERE club_id = ?
                        ORDER BY array_position(ARRAY['OWNER', 'MANAGER', 'MARKETING', 'READONLY', 'CASHIER'], role),
                            concat_ws(' ', first_name, last_name) COLLATE "ru-RU-x-icu", user_id
                        """)
                .param(clubId)
                .query((row, n) -> new StaffMember(
                        row.getLong("user_id"),
                        row.getString("name"),
                        StaffRole.valueOf(row.getString("role")),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /**
     * Gives somebody another role.
     *
     * @param staffId who does; both roles must be among those to which theirs invites
     * @param from the role that they saw
     * @throws DomainException {@code not_found}, {@code forbidden}, {@code stale_version} when it is another by now,
     *     {@code last_owner}
     */
    public void changeRole(long staffId, long clubId, long userId, StaffRole from, StaffRole to) {
        StaffRole acting = lock(staffId, clubId);
        StaffRole present = role(clubId, userId);
        require(acting.invites().contains(present) && acting.invites().contains(to));
        if (present != from) {
            throw new StaleVersionException(present);
        }
        if (present == to) {
            return;
        }
        requireAnotherOwner(clubId, present);
        jdbc.sql("UPDATE staff_member SET role = ? WHERE club_id = ? AND user_id = ?")
                .params(to.name(), clubId, userId)
                .update();
        changes.role(Side.STAFF, staffId, clubId, userId, present.name(), to);
        events.publishEvent(new ClubEvents.StaffRoleChanged(clubId, userId, to, clock.instant()));
    }

    /**
     * Takes somebody off the staff, who is told; invitations that they made count no more. Everybody may leave by
     * themselves.
     *
     * @throws DomainException {@code not_found}, {@code forbidden}, {@code last_owner}
     */
    public void remove(long staffId, long clubId, long userId) {
        StaffRole acting = lock(staffId, clubId);
        StaffRole present = role(clubId, userId);
        require(staffId == userId || acting.invites().contains(present));
        requireAnotherOwner(clubId, present);
        jdbc.sql("DELETE FROM staff_member WHERE club_id = ? AND user_id = ?")
                .params(clubId, userId)
                .update();
        changes.role(Side.STAFF, staffId, clubId, userId, present.name(), null);
        events.publishEvent(new ClubEvents.StaffLeft(clubId, userId, staffId, clock.instant()));
    }

    /** The role of who acts, as nobody else can change it in this transaction. */
    private StaffRole lock(long staffId, long clubId) {
        jdbc.sql("SELECT id FROM club WHERE id = ? FOR NO KEY UPDATE")
                .param(clubId)
                .query(Long.class)
                .optional()
                .orElseThrow(DomainException::notFound);
        return staff.panelMembership(staffId, clubId).role();
    }

    private StaffRole role(long clubId, long userId) {
        return jdbc.sql("SELECT role FROM staff_member WHERE club_id = ? AND user_id = ?")
                .params(clubId, userId)
                .query(StaffRole.class)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private void requireAnotherOwner(long clubId, StaffRole leaving) {
        if (leaving == StaffRole.OWNER && staff.owners(clubId).size() == 1) {
            throw new DomainException(ErrorCode.LAST_OWNER);
        }
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
    }
}
