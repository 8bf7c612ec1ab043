package ru.trenergram.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.audit.AuditEntry;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.balances.Balances;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Side;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * What stands on the card of a club's client: sessions at the club, balances with its trainers, who changed the record.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff and for another club's
 * clients, {@code forbidden} for roles that may not.
 */
@Service
@Transactional(readOnly = true)
public class MemberCards {

    private final JdbcClient jdbc;
    private final Members members;
    private final StaffMembers staff;
    private final Balances balances;
    private final AuditLog audit;
    private final Users users;

    MemberCards(JdbcClient jdbc, Members members, StaffMembers staff, Balances balances, AuditLog audit, Users users) {
        this.jdbc = jdbc;
        this.members = members;
        this.staff = staff;
        this.balances = balances;
        this.audit = audit;
        this.users = users;
    }

    /** A session of the client at the club. */
    public record Visit(
            UUID id,
            Instant startsAt,
            Instant endsAt,
            String trainer,
            String location,
            BookingStatus status,
            @Nullable Side awaiting) {}

    /** What the client has with a trainer; negative when they owe. */
    public record TrainerBalance(long trainerId, String trainer, Money amount) {}

    /** @param by the name of who changed it; null for the service itself */
    public record Change(Instant at, @Nullable String by, AuditEntry entry) {}

    /**
     * Sessions at the club, to come and past, cancelled ones included; the last first.
     *
     * @param after the last one of the page before
     */
    public List<Visit> visits(long staffId, long clubId, long id, @Nullable Visit after, int limit) {
        Member member = members.get(staffId, clubId, id);
        if (member.userId() == null) {
            return List.of();
        }
        return jdbc.sql("""
            SELECT b.id, starts_at, ends_at, status, awaiting, l.name AS location,
                   concat_ws(' ', first_name, last_name) AS trainer
            FROM booking b
            JOIN location l ON l.id = b.location_id
            JOIN users ON users.id = b.trainer_id
            WHERE b.client_id = :client AND l.club_id = :club
              AND (:start::timestamptz IS NULL OR (starts_at, b.id) < (:start, :id))
            ORDER BY starts_at DESC, b.id DESC LIMIT :limit
            """)
                .param("client", member.userId())
                .param("club", clubId)
                .param("start", after == null ? null : Timestamp.from(after.startsAt()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(MemberCards::visit)
                .list();
    }

    /**
     * With the trainers who work at the club and have had sessions with the client there. The ledger is theirs and the
     * client's, so only owners and managers see it, and nobody of the club writes in it.
     */
    public List<TrainerBalance> balances(long staffId, long clubId, long id) {
        if (!staff.panelMembership(staffId, clubId).role().seesBalances()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        Member member = members.get(staffId, clubId, id);
        if (member.userId() == null) {
            return List.of();
        }
        List<Long> trainers =
                jdbc.sql("""
                    SELECT DISTINCT b.trainer_id FROM booking b
                    JOIN location l ON l.id = b.location_id
                    JOIN club_trainer t ON t.club_id = l.club_id AND t.trainer_id = b.trainer_id
                    WHERE b.client_id = ? AND l.club_id = ? AND t.status = 'ACTIVE'
                    ORDER BY b.trainer_id
                    """).params(member.userId(), clubId).query(Long.class).list();
        Map<Long, Money> amounts = balances.withTrainers(member.userId(), trainers);
        Map<Long, UserInfo> names = users.getAll(trainers);
        return trainers.stream()
                .map(trainer -> new TrainerBalance(
                        trainer,
                        Objects.requireNonNull(names.get(trainer)).person().fullName(),
                        Objects.requireNonNull(amounts.get(trainer))))
                .toList();
    }

    /** Who changed the record, the newest first. */
    public List<Change> history(long staffId, long clubId, long id, int limit) {
        members.get(staffId, clubId, id);
        List<AuditEntry> entries = audit.entries(AuditLog.Filter.of(Thing.CLUB_MEMBER, id), null, limit);
        Map<Long, UserInfo> people = users.getAll(entries.stream()
                .map(AuditEntry::actorId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return entries.stream()
                .map(entry -> {
                    UserInfo by = entry.actorId() == null ? null : people.get(entry.actorId());
                    return new Change(
                            entry.at(), by == null ? null : by.person().fullName(), entry);
                })
                .toList();
    }

    private static Visit visit(ResultSet row, int n) throws SQLException {
        String awaiting = row.getString("awaiting");
        return new Visit(
                row.getObject("id", UUID.class),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("trainer"),
                row.getString("location"),
                BookingStatus.valueOf(row.getString("status")),
                awaiting == null ? null : Side.valueOf(awaiting));
    }
}
