package ru.trenergram.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.users.Users;

/**
 * What a club's staff see of one booking at its locations, and what its owners and managers do with it on the trainer's
 * side (PRODUCT.md, "Booking"); trainer and client are told of it.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff, and for bookings elsewhere;
 * {@code forbidden} for what the role may not do. The rest is as in {@link Bookings} and {@link SeriesBookings}.
 */
@Service
@Transactional
public class StaffBookings {

    private final StaffMembers staff;
    private final ClubTrainers clubTrainers;
    private final ClubBookings clubBookings;
    private final Bookings bookings;
    private final SeriesBookings series;
    private final Users users;
    private final JdbcClient jdbc;
    private final Clock clock;

    StaffBookings(
            StaffMembers staff,
            ClubTrainers clubTrainers,
            ClubBookings clubBookings,
            Bookings bookings,
            SeriesBookings series,
            Users users,
            JdbcClient jdbc,
            Clock clock) {
        this.staff = staff;
        this.clubTrainers = clubTrainers;
        this.clubBookings = clubBookings;
        this.bookings = bookings;
        this.series = series;
        this.users = users;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * All about one booking.
     *
     * @param clientPhone null when there is none, or the role does not see it
     * @param seesMoney whether the asker's role sees the price and the charge
     * @param chargedAt when the client was charged for it, or null
     * @param returnedAt when that went back, or null
     * @param actions what the asker may do with it at this moment
     * @param history the oldest change first
     */
    public record Details(
            ClubBooking row,
            BookingInfo booking,
            @Nullable String clientPhone,
            boolean seesMoney,
            @Nullable Instant chargedAt,
            @Nullable Instant returnedAt,
            Set<BookingAction> actions,
            List<Change> history) {}

    /** @param name of who did it; null for the system */
    public record Change(Instant at, Side actor, @Nullable String name, String change) {}

    @Transactional(readOnly = true)
    public Details details(long staffId, long clubId, UUID id) {
        Membership membership = staff.panelMembership(staffId, clubId);
        ClubBooking row = clubBookings.find(clubId, id).orElseThrow(DomainException::notFound);
        BookingInfo booking = bookings.get(id);
        return jdbc.sql("SELECT charged_at, charge_returned_at FROM booking WHERE id = ?")
                .param(id)
                .query((money, n) -> new Details(
                        row,
                        booking,
                        membership.role().seesPhones()
                                ? users.get(row.clientId()).phone()
                                : null,
                        membership.role().seesMoney(),
                        BookingReads.instant(money.getTimestamp("charged_at")),
                        BookingReads.instant(money.getTimestamp("charge_returned_at")),
                        membership.role().managesBookings() && clubTrainers.works(clubId, row.trainerId())
                                ? booking.allowedActions(Side.STAFF, clock.instant())
                                : Set.of(),
                        history(id)))
                .single();
    }

    private List<Change> history(UUID id) {
        return jdbc.sql("""
                        SELECT at, actor, change, concat_ws(' ', first_name, last_name) AS name
                        FROM booking_history LEFT JOIN users ON users.id = actor_user
                        WHERE booking_id = ? ORDER BY version
                        """)
                .param(id)
                .query((row, n) -> {
                    String name = row.getString("name");
                    return new Change(
                            row.getTimestamp("at").toInstant(),
                            Side.valueOf(row.getString("actor")),
                            name == null || name.isBlank() ? null : name,
                            row.getString("change"));
                })
                .list();
    }

    /**
     * Books for a trainer of the club, at one of its locations.
     *
     * @param repeat null for one booking alone
     */
    public BookingInfo book(long staffId, long clubId, NewBooking wish, @Nullable Repeat repeat) {
        requireManager(staffId, clubId);
        requireTrainerOf(clubId, wish.trainerId());
        if (clubBookings.locations(clubId).stream()
                .noneMatch(location -> Long.valueOf(location.id()).equals(wish.locationId()))) {
            throw DomainException.invalid("location_id", "invalid");
        }
        Actor actor = Actor.staff(staffId);
        return repeat == null ? bookings.create(actor, wish) : series.create(actor, wish, repeat);
    }

    /** @param version of the booking that the author saw */
    public BookingInfo edit(long staffId, long clubId, UUID id, int version, BookingEdit wish, SeriesScope scope) {
        requireManager(staffId, clubId);
        requireOf(clubId, id);
        return series.edit(Actor.staff(staffId), id, version, wish, scope);
    }

    /** @param version of the booking that the author saw */
    public BookingInfo cancel(
            long staffId, long clubId, UUID id, int version, @Nullable String reason, SeriesScope scope) {
        requireManager(staffId, clubId);
        requireOf(clubId, id);
        return series.cancel(Actor.staff(staffId), id, version, reason, scope);
    }

    /** Answers in the trainer's place: CONFIRM or DECLINE; or says what became of the session: COMPLETE or NO_SHOW. */
    public BookingInfo act(long staffId, long clubId, UUID id, int version, BookingAction action) {
        requireManager(staffId, clubId);
        requireOf(clubId, id);
        Actor actor = Actor.staff(staffId);
        return switch (action) {
            case CONFIRM -> bookings.confirm(actor, id, version);
            case DECLINE -> bookings.decline(actor, id, version, null);
            case COMPLETE -> bookings.complete(actor, id, version);
            case NO_SHOW -> bookings.noShow(actor, id, version);
            case MOVE, EDIT, CANCEL -> throw new IllegalArgumentException(action + " has a method of its own");
        };
    }

    /** Clients of one trainer of the club, whom it may book for; who was booked last comes first. */
    @Transactional(readOnly = true)
    public List<Bookable> clients(long staffId, long clubId, long trainerId, String words, int offset, int limit) {
        requireManager(staffId, clubId);
        requireTrainerOf(clubId, trainerId);
        return jdbc.sql("""
                        SELECT client_id, concat_ws(' ', first_name, last_name) AS name, phone, price
                        FROM roster_entry JOIN users ON users.id = client_id
                        WHERE trainer_id = :trainer AND left_at IS NULL
                          AND (position(lower(:words) IN lower(concat_ws(' ', first_name, last_name))) > 0
                               OR :digits <> '' AND position(:digits IN phone) > 0)
                        ORDER BY archived, recent_at DESC, client_id
                        OFFSET :offset LIMIT :limit
                        """)
                .param("trainer", trainerId)
                .param("words", words.strip())
                .param("digits", words.replaceAll("\\D", ""))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> {
                    Long price = row.getObject("price", Long.class);
                    return new Bookable(
                            row.getLong("client_id"),
                            row.getString("name"),
                            row.getString("phone"),
                            price == null ? null : Money.rubles(price));
                })
                .list();
    }

    /** @param price agreed with this client; null for the trainer's own */
    public record Bookable(
            long clientId,
            String name,
            @Nullable String phone,
            @Nullable Money price) {}

    private void requireManager(long staffId, long clubId) {
        if (!staff.panelMembership(staffId, clubId).role().managesBookings()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
    }

    /** Those whom the club sees: whom the tariff hides it does not book for. */
    private void requireTrainerOf(long clubId, long trainerId) {
        if (clubTrainers.page(clubId, 0, Integer.MAX_VALUE).stream()
                .noneMatch(place -> place.trainerId() == trainerId)) {
            throw DomainException.notFound();
        }
    }

    private void requireOf(long clubId, UUID id) {
        clubBookings.find(clubId, id).orElseThrow(DomainException::notFound);
    }
}
