package ru.trenergram.clubs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Secrets;
import ru.trenergram.clubs.TrainerInvitation.State;

/**
 * Links with which trainers join a club without asking (PRODUCT.md, "Clubs, tariffs, platform"): each is for so many,
 * holds for {@link #LIFETIME}, can be taken back, and counts only while who made it may still invite. The tariff's limit
 * is looked at when one is made, and again, for good, when somebody accepts. The code itself is not kept.
 */
@Service
@Transactional
public class TrainerInvitations {

    /** What the {@code /start} payload of an invitation begins with, in the main bot; the code follows. */
    public static final String PREFIX = "work_";

    public static final Duration LIFETIME = Duration.ofDays(7);

    /** Of one invitation. */
    public static final int MOST_PLACES = 50;

    private static final int CODE_BYTES = 16;

    private final JdbcClient jdbc;
    private final ClubTrainers clubTrainers;
    private final Clock clock;

    TrainerInvitations(JdbcClient jdbc, ClubTrainers clubTrainers, Clock clock) {
        this.jdbc = jdbc;
        this.clubTrainers = clubTrainers;
        this.clock = clock;
    }

    /** @param code of 22 letters, digits, {@code _} and {@code -}; it cannot be read again */
    public record Made(long id, String code) {}

    /** What came of accepting. */
    public enum Answer {
        JOINED,
        /** They work there already, and the place stays for somebody else. */
        MEMBER_ALREADY,
        /** The club's tariff has no place; its owners hear of it. */
        FULL,
        NOT_OPEN
    }

    /**
     * @param staffId who invites
     * @param places for how many it is, from 1 to {@link #MOST_PLACES}
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} when their role does not invite trainers,
     *     {@code trainer_limit_reached} when the tariff has fewer places left, {@code validation_failed}
     */
    public Made make(long staffId, long clubId, int places) {
        Membership membership = clubTrainers.requireManager(staffId, clubId);
        if (places < 1 || places > MOST_PLACES) {
            throw DomainException.invalid("places", places < 1 ? "min" : "max", places < 1 ? 1 : MOST_PLACES);
        }
        if (!clubTrainers.places(clubId).hasRoomFor(places)) {
            throw new DomainException(
                    ErrorCode.TRAINER_LIMIT_REACHED, membership.club().name());
        }
        String code = Secrets.random(CODE_BYTES);
        Instant now = clock.instant();
        long id = jdbc.sql("""
            INSERT INTO trainer_invitation (code_hash, club_id, invited_by, places, made_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?) RETURNING id
            """)
                .params(
                        Secrets.hash(code),
                        clubId,
                        staffId,
                        places,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFETIME)))
                .query(Long.class)
                .single();
        return new Made(id, code);
    }

    @Transactional(readOnly = true)
    public Optional<TrainerInvitation> find(String code) {
        return read("code_hash = ?", Secrets.hash(code)).stream().findFirst();
    }

    /**
     * The invitations of a club that can still be accepted, the newest first.
     *
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} when their role does not invite trainers
     */
    @Transactional(readOnly = true)
    public List<TrainerInvitation> open(long staffId, long clubId) {
        clubTrainers.requireManager(staffId, clubId);
        return read("trainer_invitation.club_id = ? ORDER BY made_at DESC, trainer_invitation.id DESC", clubId).stream()
                .filter(invitation -> invitation.state() == State.OPEN)
                .toList();
    }

    /**
     * Puts a trainer into the club, whether they have applied there or not. Of any number who accept at once no more get
     * in than the invitation is for, and no more than the tariff has places.
     */
    public Answer accept(long trainerId, String code) {
        lock("code_hash = ?", Secrets.hash(code));
        Optional<TrainerInvitation> open = find(code).filter(invitation -> invitation.state() == State.OPEN);
        if (open.isEmpty()) {
            return Answer.NOT_OPEN;
        }
        Answer answer = clubTrainers.admit(open.get().club().id(), trainerId);
        if (answer == Answer.JOINED) {
            jdbc.sql("UPDATE trainer_invitation SET taken = taken + 1 WHERE id = ?")
                    .param(open.get().id())
                    .update();
        }
        return answer;
    }

    /**
     * Takes an invitation back; nothing happens to one that is not open any more.
     *
     * @throws DomainException {@code not_found} for strangers and for another club's, {@code forbidden}
     */
    public void revoke(long staffId, long clubId, long id) {
        clubTrainers.requireManager(staffId, clubId);
        int found = jdbc.sql("""
            UPDATE trainer_invitation SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? AND club_id = ?
            """)
                .params(Timestamp.from(clock.instant()), id, clubId)
                .update();
        if (found == 0) {
            throw DomainException.notFound();
        }
    }

    /** Everybody else who answers this invitation waits, and then reads what is left of it. */
    private void lock(String condition, Object key) {
        jdbc.sql("SELECT id FROM trainer_invitation WHERE " + condition + " FOR UPDATE")
                .param(key)
                .query(Long.class)
                .optional();
    }

    private List<TrainerInvitation> read(String conditionAndOrder, Object key) {
        return jdbc.sql("SELECT " + ClubRow.COLUMNS + """
                        , trainer_invitation.id AS invitation_id, invited_by, places, taken, expires_at, revoked_at,
                        frozen_at IS NOT NULL AS club_frozen, inviter.role AS inviters_role
                        FROM trainer_invitation
                        JOIN club ON club.id = trainer_invitation.club_id
                        LEFT JOIN staff_member inviter
                          ON inviter.club_id = trainer_invitation.club_id AND inviter.user_id = invited_by
                          AND club.frozen_at IS NULL -- else nobody there may invite
                        WHERE\
                        """ + " " + conditionAndOrder)
                .param(key)
                .query(this::row)
                .list();
    }

    private TrainerInvitation row(ResultSet row, int n) throws SQLException {
        Instant expiresAt = row.getTimestamp("expires_at").toInstant();
        String inviter = row.getString("inviters_role");
        boolean mayInvite = inviter != null && StaffRole.valueOf(inviter).managesTrainers();
        State state;
        if (row.getTimestamp("revoked_at") != null || !mayInvite || row.getBoolean("club_frozen")) {
            state = State.REVOKED;
        } else if (row.getInt("taken") == row.getInt("places")) {
            state = State.USED_UP;
        } else {
            state = expiresAt.isAfter(clock.instant()) ? State.OPEN : State.EXPIRED;
        }
        return new TrainerInvitation(
                row.getLong("invitation_id"),
                ClubRow.of(row, n),
                row.getLong("invited_by"),
                row.getInt("places"),
                row.getInt("taken"),
                expiresAt,
                state);
    }
}
