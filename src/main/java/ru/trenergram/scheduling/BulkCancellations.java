package ru.trenergram.scheduling;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.scheduling.BookingSearch.Wanted;
import ru.trenergram.scheduling.ClubDesk.BookingRow;

/**
 * Cancels many bookings of a club for one reason, such as a trainer's illness. It goes on when its author leaves the
 * page, and after a crash; one that cannot be cancelled any more does not keep the others.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff, {@code forbidden} for those
 * whose role does not manage bookings.
 */
@Service
@Transactional
public class BulkCancellations {

    /** At once. */
    public static final int MOST = 500;

    private static final Set<BookingStatus> OPEN = EnumSet.of(BookingStatus.PENDING, BookingStatus.CONFIRMED);

    private final StaffMembers staff;
    private final BookingSearch search;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkCancellations(
            StaffMembers staff, BookingSearch search, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.staff = staff;
        this.search = search;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody has asked for it. */
    record Asked(UUID id, long clubId) {}

    /** All of it has been tried. */
    record Finished(UUID id, long clubId) {}

    /** One of them. */
    record Item(int place, UUID bookingId, int version, long clubId, long staffId, String reason) {}

    /**
     * What has become of one so far.
     *
     * @param refused those that could not be cancelled, in the order of their starts
     */
    public record Progress(UUID id, int total, int done, boolean finished, List<Refused> refused) {}

    /** @param code of the error */
    public record Refused(String clientName, Instant startsAt, ErrorCode code) {}

    /** Those of the wanted bookings that can be cancelled at this moment, at most one more than {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<BookingRow> candidates(long staffId, long clubId, Wanted wanted) {
        requireManager(staffId, clubId);
        Set<BookingStatus> statuses = EnumSet.copyOf(OPEN);
        if (!wanted.statuses().isEmpty()) {
            statuses.retainAll(wanted.statuses());
        }
        if (statuses.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        var zone = staff.membership(staffId, clubId).club().timezone();
        var today = java.time.LocalDate.ofInstant(now, zone);
        var from = wanted.from() == null || wanted.from().isBefore(today) ? today : wanted.from();
        var ahead = new Wanted(from, wanted.to(), statuses, wanted.trainerId(), wanted.clientId(), wanted.locationId());
        BookingKey behind = new BookingKey(now, new UUID(-1, -1)); // what starts at this very moment has begun
        return search.page(staffId, clubId, ahead, false, behind, MOST + 1);
    }

    /** How many of some bookings the clients have paid for already: that money does not come back by itself. */
    @Transactional(readOnly = true)
    public int charged(long staffId, long clubId, List<ClubBooking> some) {
        requireManager(staffId, clubId);
        return jdbc.sql("SELECT count(*) FROM booking WHERE id = ANY (?) AND charged_at IS NOT NULL")
                .param(some.stream().map(ClubBooking::id).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /**
     * @param some as their author saw them: what has changed since is left alone
     * @throws DomainException {@code validation_failed} also without a reason
     */
    public UUID start(long staffId, long clubId, List<ClubBooking> some, String reason) {
        requireManager(staffId, clubId);
        Texts.check("reason", reason, Bookings.MAX_REASON);
        if (Texts.blankToNull(reason) == null) {
            throw DomainException.invalid("reason", "required");
        }
        if (some.isEmpty() || some.size() > MOST) {
            throw DomainException.invalid("bookings", "size", 1, MOST);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO bulk_cancellation (id, club_id, staff_id, reason, started_at) VALUES (?, ?, ?, ?, ?)")
                .params(id, clubId, staffId, reason.strip(), Timestamp.from(clock.instant()))
                .update();
        int added = jdbc.sql("""
                        INSERT INTO bulk_cancellation_item (bulk_id, place, booking_id, version, state)
                        SELECT :id, row_number() OVER (ORDER BY starts_at, booking.id), booking.id, seen.version, 'WAITING'
                        FROM unnest(:bookings::uuid[], :versions::int[]) seen (id, version)
                        JOIN booking ON booking.id = seen.id JOIN location ON location.id = location_id
                        WHERE club_id = :club
                        """)
                .param("id", id)
                .param("bookings", some.stream().map(ClubBooking::id).toArray(UUID[]::new))
                .param("versions", some.stream().map(ClubBooking::version).toArray(Integer[]::new))
                .param("club", clubId)
                .update();
        if (added < some.size()) {
            throw DomainException.notFound();
        }
        events.publishEvent(new Asked(id, clubId));
        return id;
    }

    /** The last one of somebody that they have not acknowledged. */
    @Transactional(readOnly = true)
    public Optional<Progress> progress(long staffId, long clubId) {
        return jdbc.sql("""
                        SELECT id, finished_at, count(*) AS total, count(*) FILTER (WHERE state <> 'WAITING') AS done
                        FROM bulk_cancellation JOIN bulk_cancellation_item ON bulk_id = id
                        WHERE club_id = ? AND staff_id = ? AND read_at IS NULL
                        GROUP BY id ORDER BY started_at DESC LIMIT 1
                        """)
                .params(clubId, staffId)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Progress(
                            id,
                            row.getInt("total"),
                            row.getInt("done"),
                            row.getTimestamp("finished_at") != null,
                            refused(id));
                })
                .optional();
    }

    /** They know what became of it. */
    public void acknowledge(long staffId, long clubId, UUID id) {
        jdbc.sql("UPDATE bulk_cancellation SET read_at = ? WHERE id = ? AND club_id = ? AND staff_id = ?")
                .params(Timestamp.from(clock.instant()), id, clubId, staffId)
                .update();
    }

    /** The next one that has not been tried. */
    @Transactional(readOnly = true)
    Optional<Item> next(UUID id) {
        return jdbc.sql("""
                        SELECT place, booking_id, version, club_id, staff_id, reason
                        FROM bulk_cancellation JOIN bulk_cancellation_item ON bulk_id = id
                        WHERE id = ? AND state = 'WAITING' ORDER BY place LIMIT 1
                        """).param(id).query(Item.class).optional();
    }

    /** @param refusal null when it is cancelled */
    void record(UUID id, int place, @Nullable ErrorCode refusal) {
        jdbc.sql("UPDATE bulk_cancellation_item SET state = ?, refusal = ? WHERE bulk_id = ? AND place = ?")
                .param(refusal == null ? "CANCELLED" : "REFUSED")
                .param(refusal == null ? null : refusal.name())
                .param(id)
                .param(place)
                .update();
    }

    void finish(UUID id, long clubId) {
        jdbc.sql("UPDATE bulk_cancellation SET finished_at = ? WHERE id = ? AND finished_at IS NULL")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        events.publishEvent(new Finished(id, clubId));
    }

    private List<Refused> refused(UUID id) {
        return jdbc.sql("""
                        SELECT concat_ws(' ', first_name, last_name) AS client, starts_at, refusal
                        FROM bulk_cancellation_item JOIN booking ON booking.id = booking_id JOIN users ON users.id = client_id
                        WHERE bulk_id = ? AND state = 'REFUSED' ORDER BY place
                        """)
                .param(id)
                .query((row, n) -> new Refused(
                        row.getString("client"),
                        row.getTimestamp("starts_at").toInstant(),
                        ErrorCode.valueOf(row.getString("refusal"))))
                .list();
    }

    private void requireManager(long staffId, long clubId) {
        if (!staff.panelMembership(staffId, clubId).role().managesBookings()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
    }
}
