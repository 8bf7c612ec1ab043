package ru.trenergram.clubs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Secrets;
import ru.trenergram.clubs.StaffInvitation.State;

/**
 * Personal links to the staff of a club (PRODUCT.md, "Clubs, tariffs, platform"): each is for one person, holds for
 * {@link #LIFETIME}, can be taken back, and counts only while who made it may still invite to that role. The code itself
 * is not kept.
 */
@Service
@Transactional
public class StaffInvitations {

    public static final Duration LIFETIME = Duration.ofDays(7);

    /** Of the payload that the staff bot is started with. */
    public static final String PREFIX = "inv_";

    private static final int CODE_BYTES = 16;

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffInvitations(JdbcClient jdbc, StaffMembers staff, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** @param code of 22 letters, digits, {@code _} and {@code -}; it cannot be read again */
    public record Made(long id, String code) {}

    /** What came of accepting. */
    public enum Answer {
        JOINED,
        /** They are on the staff already; their role stays, and so does the invitation. */
        STAFF_ALREADY,
        NOT_OPEN
    }

    /**
     * @param staffId who invites
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} when their role does not invite to this one
     */
    public Made make(long staffId, long clubId, StaffRole role) {
        requireInviter(staffId, clubId, role);
        String code = Secrets.random(CODE_BYTES);
        long id = jdbc.sql("""
                        INSERT INTO staff_invitation (code_hash, club_id, role, invited_by, expires_at)
                        VALUES (?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        Secrets.hash(code),
                        clubId,
                        role.name(),
                        staffId,
                        Timestamp.from(clock.instant().plus(LIFETIME)))
                .query(Long.class)
                .single();
        return new Made(id, code);
    }

    @Transactional(readOnly = true)
    public Optional<StaffInvitation> find(String code) {
        return read("code_hash = ?", Secrets.hash(code));
    }

    /** @throws DomainException {@code not_found} */
    @Transactional(readOnly = true)
    public StaffInvitation get(long id) {
        return read("staff_invitation.id = ?", id).orElseThrow(DomainException::notFound);
    }

    /**
     * The invitations to a club's staff that can still be accepted, the newest first.
     *
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} for roles that do not invite
     */
    @Transactional(readOnly = true)
    public List<StaffInvitation> open(long staffId, long clubId) {
        if (staff.membership(staffId, clubId).role().invites().isEmpty()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        return list("club.id = ? AND state = 'OPEN' ORDER BY expires_at DESC, invitation_id DESC", clubId).stream()
                .filter(invitation -> invitation.state() == State.OPEN)
                .toList();
    }

    /** Makes somebody a member of the staff: of any number of attempts on one invitation, one succeeds. */
    public Answer accept(long userId, String code) {
        Optional<StaffInvitation> invitation = lockOpen(code);
        if (invitation.isEmpty()) {
            return Answer.NOT_OPEN;
        }
        StaffInvitation open = invitation.get();
        if (!staff.join(open.club().id(), userId, open.role())) {
            return Answer.STAFF_ALREADY;
        }
        close(open.id(), State.ACCEPTED);
        events.publishEvent(new ClubEvents.StaffJoined(open.club().id(), userId, open.id()));
        return Answer.JOINED;
    }

    /** @return false when the invitation is not open, or no longer */
    public boolean decline(long userId, String code) {
        Optional<StaffInvitation> open = lockOpen(code);
        open.ifPresent(invitation -> {
            close(invitation.id(), State.DECLINED);
            events.publishEvent(
                    new ClubEvents.InvitationDeclined(invitation.club().id(), userId, invitation.id()));
        });
        return open.isPresent();
    }

    /**
     * Takes an invitation back.
     *
     * @param staffId anybody who could have made it
     * @return what it is now: REVOKED, or what it had become before
     * @throws DomainException {@code not_found} for strangers, {@code forbidden}
     */
    public State revoke(long staffId, long id) {
        StaffInvitation invitation = get(id);
        requireInviter(staffId, invitation.club().id(), invitation.role());
        lock("id = ?", id);
        State state = get(id).state();
        if (state != State.OPEN) {
            return state;
        }
        close(id, State.REVOKED);
        return State.REVOKED;
    }

    private Optional<StaffInvitation> lockOpen(String code) {
        lock("code_hash = ?", Secrets.hash(code));
        return find(code).filter(invitation -> invitation.state() == State.OPEN);
    }

    /** Everybody else who answers this invitation waits, and then reads what it has become. */
    private void lock(String condition, Object key) {
        jdbc.sql("SELECT id FROM staff_invitation WHERE " + condition + " FOR UPDATE")
                .param(key)
                .query(Long.class)
                .optional();
    }

    private void close(long id, State state) {
        jdbc.sql("UPDATE staff_invitation SET state = ?, answered_at = ? WHERE id = ?")
                .params(state.name(), Timestamp.from(clock.instant()), id)
                .update();
    }

    private void requireInviter(long staffId, long clubId, StaffRole role) {
        if (!staff.membership(staffId, clubId).role().invites().contains(role)) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
    }

    private Optional<StaffInvitation> read(String condition, Object key) {
        return list(condition, key).stream().findFirst();
    }

    private List<StaffInvitation> list(String condition, Object key) {
        return jdbc.sql("SELECT " + ClubRow.COLUMNS + """
                        , staff_invitation.id AS invitation_id, staff_invitation.role, invited_by, expires_at, state,
                        inviter.role AS inviters_role
                        FROM staff_invitation
                        JOIN club ON club.id = staff_invitation.club_id
                        LEFT JOIN staff_member inviter
                          ON inviter.club_id = staff_invitation.club_id AND inviter.user_id = invited_by
                          AND club.frozen_at IS NULL -- else nobody there may invite
                        WHERE """ + " " + condition)
                .param(key)
                .query((row, n) -> {
                    StaffRole role = StaffRole.valueOf(row.getString("role"));
                    Instant expiresAt = row.getTimestamp("expires_at").toInstant();
                    State state = State.valueOf(row.getString("state"));
                    String inviter = row.getString("inviters_role");
                    if (state == State.OPEN && !expiresAt.isAfter(clock.instant())) {
                        state = State.EXPIRED;
                    } else if (state == State.OPEN
                            && (inviter == null
                                    || !StaffRole.valueOf(inviter).invites().contains(role))) {
                        state = State.REVOKED;
                    }
                    return new StaffInvitation(
                            row.getLong("invitation_id"),
                            ClubRow.of(row, n),
                            role,
                            row.getLong("invited_by"),
                            expiresAt,
                            state);
                })
                .list();
    }
}
