package ru.trenergram.scheduling;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.StaffMembers;

/**
 * Trainers whom a club takes off (PRODUCT.md, "Clubs, tariffs, platform"): their clients and balances stay theirs, and so
 * do their sessions ahead, without the club's location. What was before stays with the club.
 */
@Service
@Transactional
public class TrainerDepartures {

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final ClubTrainers clubTrainers;
    private final BookingRepository bookings;
    private final BookingHistory history;
    private final Occupancy occupancy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrainerDepartures(
            JdbcClient jdbc,
            StaffMembers staff,
            ClubTrainers clubTrainers,
            BookingRepository bookings,
            BookingHistory history,
            Occupancy occupancy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clubTrainers = clubTrainers;
        this.bookings = bookings;
        this.history = history;
        this.occupancy = occupancy;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What taking a trainer off will touch.
     *
     * @param ahead sessions at the club that are to come, and {@code clients} with whom they are
     * @param held sessions at the club whose time has come, which stay in its history
     */
    public record Outlook(int ahead, int clients, int held) {}

    /** @throws DomainException {@code not_found} for strangers and other clubs' trainers, {@code forbidden} */
    @Transactional(readOnly = true)
    public Outlook outlook(long staffId, long clubId, long trainerId) {
        if (!staff.membership(staffId, clubId).role().managesTrainers()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        clubTrainers.find(clubId, trainerId).orElseThrow(DomainException::notFound);
        return jdbc.sql("""
            SELECT count(*) FILTER (WHERE ahead) AS ahead,
                   count(DISTINCT client_id) FILTER (WHERE ahead) AS clients,
                   count(*) FILTER (WHERE starts_at <= :now AND status <> 'CANCELLED') AS held
            FROM (SELECT booking.*, status IN ('PENDING', 'CONFIRMED') AND starts_at > :now AS ahead
                  FROM booking JOIN location ON location.id = location_id
                  WHERE trainer_id = :trainer AND club_id = :club) at_club
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("trainer", trainerId)
                .param("club", clubId)
                .query(Outlook.class)
                .single();
    }

    /**
     * Takes a trainer off the club; they and the clients of the sessions ahead are told.
     *
     * @return how many sessions have lost their location
     * @throws DomainException {@code not_found} for strangers and when the trainer does not work there, {@code forbidden}
     */
    public int remove(long staffId, long clubId, long trainerId) {
        clubTrainers.remove(staffId, clubId, trainerId);
        Instant now = clock.instant();
        bookings.lockAheadAt(trainerId, clubId, now); // before the trainer's time, as everybody does who moves one
        occupancy.lock(trainerId); // whoever is just booking has read that the trainer works here
        List<Booking> ahead = bookings.lockAheadAt(trainerId, clubId, now);
        ahead.forEach(Booking::leaveLocation);
        bookings.flush();
        ahead.forEach(booking -> history.tell(
                new BookingEvents.BookingEdited(booking.getId(), booking.version(), Actor.staff(staffId), null), now));
        List<Long> clients =
                ahead.stream().map(Booking::clientId).distinct().sorted().toList();
        events.publishEvent(new TrainerLeftClub(clubId, trainerId, clients, ahead.size(), now));
        return ahead.size();
    }
}
