package ru.trenergram.members;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.Location;
import ru.trenergram.scheduling.BookingEvents.BookingCreated;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.users.Users;

/** Whoever has a booking at one of a club's locations is in its records. */
@Service
@Transactional
public class MemberArrivals {

    private final JdbcClient jdbc;
    private final Bookings bookings;
    private final Clubs clubs;
    private final Users users;
    private final Clock clock;

    MemberArrivals(JdbcClient jdbc, Bookings bookings, Clubs clubs, Users users, Clock clock) {
        this.jdbc = jdbc;
        this.bookings = bookings;
        this.clubs = clubs;
        this.users = users;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(BookingCreated event) {
        BookingInfo booking = bookings.get(event.bookingId());
        Long locationId = booking.locationId();
        Location location =
                locationId == null ? null : clubs.locations(List.of(locationId)).get(locationId);
        if (location != null) {
            jdbc.sql("""
                INSERT INTO club_member (club_id, user_id, name, source, created_at)
                VALUES (?, ?, ?, 'BOOKING', ?) ON CONFLICT DO NOTHING
                """)
                    .params(
                            location.clubId(),
                            booking.clientId(),
                            users.get(booking.clientId()).person().fullName(),
                            Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** Takes up everybody with a booking at a club, for bookings that nobody was told of. */
    public void gather(long clubId) {
        jdbc.sql("""
            INSERT INTO club_member (club_id, user_id, name, source, created_at)
            SELECT :club, users.id, concat_ws(' ', first_name, last_name), 'BOOKING', :now
            FROM users
            WHERE id IN (SELECT client_id FROM booking JOIN location ON location.id = location_id
                         WHERE club_id = :club)
            ON CONFLICT DO NOTHING
            """)
                .param("club", clubId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
