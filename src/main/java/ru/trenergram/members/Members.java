package ru.trenergram.members;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;

/**
 * The clients in a club's records. Every role of the panel reads them, without phones where it does not see phones;
 * owners and managers change them.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff and for another club's
 * clients, {@code forbidden} for roles that may not.
 */
@Service
@Transactional
public class Members {

    private final JdbcClient jdbc;
    private final MemberReads reads;
    private final StaffMembers staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(JdbcClient jdbc, MemberReads reads, StaffMembers staff, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Member get(long staffId, long clubId, long id) {
        Membership membership = staff.panelMembership(staffId, clubId);
        Member member = reads.find(clubId, id).orElseThrow(DomainException::notFound);
        return membership.role().seesPhones() ? member : member.withoutPhone();
    }

    /** The record of a user at a club; empty when they have none there. */
    @Transactional(readOnly = true)
    public Optional<Long> idOf(long staffId, long clubId, long userId) {
        staff.panelMembership(staffId, clubId);
        return reads.ofUser(clubId, userId).map(Member::id);
    }

    /**
     * Enters a client whom the club knows.
     *
     * @return the id of the record
     * @throws DomainException {@code validation_failed}, also when somebody else has the phone
     */
    public long add(long staffId, long clubId, MemberDetails details) {
        Membership membership = requireKeeper(staffId, clubId);
        MemberDetails checked = details.checked(today(membership));
        long id = jdbc.sql("""
            INSERT INTO club_member (club_id, name, phone, birthday, tags, note, source, created_at)
            VALUES (?, ?, ?, ?, ?, ?, 'STAFF', ?) ON CONFLICT DO NOTHING RETURNING id
            """)
                .param(clubId)
                .param(checked.name())
                .param(checked.phone())
                .param(checked.birthday())
                .param(checked.tags().toArray(String[]::new))
                .param(checked.note())
                .param(Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional()
                .orElseThrow(Members::phoneTaken);
        tell(staffId, clubId, id, Facts.none(), facts(checked));
        return id;
    }

    /**
     * @param version of the record that was seen
     * @throws StaleVersionException with the record as it is now, when it has changed since
     * @throws DomainException {@code validation_failed}, also when somebody else has the phone
     */
    public Member change(long staffId, long clubId, long id, int version, MemberDetails details) {
        Membership membership = requireKeeper(staffId, clubId);
        MemberDetails checked = details.checked(today(membership));
        Member seen = lock(clubId, id, version);
        if (checked.phone() != null && checked.phone().equals(seen.phone())) {
            checked =
                    new MemberDetails(checked.name(), ownPhone(id), checked.birthday(), checked.tags(), checked.note());
        }
        if (seen.userId() == null && isTaken(clubId, id, checked.phone())) {
            throw phoneTaken();
        }
        update(id, checked);
        Member changed = reads.find(clubId, id).orElseThrow();
        tell(staffId, clubId, id, facts(seen.details()), facts(changed.details()));
        return changed;
    }

    /**
     * Records whether a client agrees to marketing, with this moment and who recorded it.
     *
     * @throws StaleVersionException with the record as it is now, when it has changed since
     */
    public Member recordConsent(long staffId, long clubId, long id, int version, boolean given) {
        requireKeeper(staffId, clubId);
        Member seen = lock(clubId, id, version);
        jdbc.sql("""
            UPDATE club_member SET consent = ?, consent_at = ?, consent_by = ?, version = version + 1
            WHERE id = ?
            """)
                .params(given, Timestamp.from(clock.instant()), staffId, id)
                .update();
        Member.Consent former = seen.consent();
        tell(
                staffId,
                clubId,
                id,
                Facts.none().with("consent", former == null ? null : former.given()),
                Facts.none().with("consent", given));
        return reads.find(clubId, id).orElseThrow();
    }

    /** @throws DomainException {@code not_found}, {@code forbidden} */
    Membership requireKeeper(long staffId, long clubId) {
        Membership membership = staff.panelMembership(staffId, clubId);
        if (!membership.role().managesClients()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        return membership;
    }

    LocalDate today(Membership membership) {
        return LocalDate.ofInstant(clock.instant(), membership.club().timezone());
    }

    /** Writes details down as they are, and raises the version. */
    void update(long id, MemberDetails details) {
        jdbc.sql("""
            UPDATE club_member
            SET name = ?, phone = ?, birthday = ?, tags = ?, note = ?, version = version + 1
            WHERE id = ?
            """)
                .param(details.name())
                .param(details.phone())
                .param(details.birthday())
                .param(details.tags().toArray(String[]::new))
                .param(details.note())
                .param(id)
                .update();
    }

    void tell(long staffId, long clubId, long id, Facts before, Facts after) {
        events.publishEvent(
                new Changed(Changed.Side.STAFF, staffId, Thing.CLUB_MEMBER, Long.toString(id), clubId, before, after));
    }

    static Facts facts(MemberDetails details) {
        return Facts.none()
                .words("name", details.name())
                .words("phone", details.phone())
                .words(
                        "birthday",
                        details.birthday() == null ? null : details.birthday().toString())
                .words("tags", details.tags().isEmpty() ? null : String.join(", ", details.tags()))
                .words("note", details.note());
    }

    private Member lock(long clubId, long id, int version) {
        List<Member> locked = reads.lock(clubId, id);
        if (locked.isEmpty()) {
            throw DomainException.notFound();
        }
        if (locked.getFirst().version() != version) {
            throw new StaleVersionException(locked.getFirst());
        }
        return locked.getFirst();
    }

    /** What the club has, not the bot: the two are told apart nowhere but here. */
    private @Nullable String ownPhone(long id) {
        return (String) jdbc.sql("SELECT phone FROM club_member WHERE id = ?")
                .param(id)
                .query()
                .singleRow()
                .get("phone");
    }

    private boolean isTaken(long clubId, long id, @Nullable String phone) {
        return phone != null
                && jdbc.sql("""
                    SELECT EXISTS (SELECT FROM club_member
                    WHERE club_id = ? AND phone = ? AND id <> ? AND user_id IS NULL)
                    """).params(clubId, phone, id).query(Boolean.class).single();
    }

    private static DomainException phoneTaken() {
        return DomainException.invalid("phone", "taken");
    }
}
