package ru.trenergram.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.Location;

/**
 * The bookings at a club's locations, for its staff. Whether somebody is on the staff is the caller's to check
 * ({@code Clubs.membership}).
 */
@Service
@Transactional(readOnly = true)
public class ClubBookings {

    static final String SELECT = """
            SELECT booking.*, trainer.timezone, location.name AS location_name,
                   concat_ws(' ', t.first_name, t.last_name) AS trainer_name,
                   concat_ws(' ', c.first_name, c.last_name) AS client_name
            """;

    static final String WITH_NAMES = """
            JOIN location ON location.id = booking.location_id
            JOIN trainer ON trainer.user_id = booking.trainer_id
            JOIN users t ON t.id = booking.trainer_id
            JOIN users c ON c.id = booking.client_id
            """;

    // A club's locations are named by ANY (ARRAY(…)): with a join the planner reads the bookings that all clubs have
    // then.

    private final JdbcClient jdbc;

    ClubBookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the bookings that start in a span, cancelled ones included, in the order of their starts.
     *
     * @param within usually a day in the club's zone
     */
    public List<ClubBooking> page(long clubId, Span within, int offset, int limit) {
        return jdbc.sql(SELECT + """
                        FROM booking
                        """ + WITH_NAMES + """
                        WHERE location_id = ANY (ARRAY(SELECT id FROM location WHERE club_id = :club))
                          AND starts_at >= :from AND starts_at < :to
                        ORDER BY starts_at, booking.id
                        OFFSET :offset LIMIT :limit
                        """)
                .param("club", clubId)
                .param("from", Timestamp.from(within.startsAt()))
                .param("to", Timestamp.from(within.endsAt()))
                .param("offset", offset)
                .param("limit", limit)
                .query(ClubBookings::row)
                .list();
    }

    /** One of them. */
    Optional<ClubBooking> find(long clubId, UUID id) {
        return jdbc.sql(SELECT + "FROM booking " + WITH_NAMES + "WHERE booking.id = ? AND location.club_id = ?")
                .params(id, clubId)
                .query(ClubBookings::row)
                .optional();
    }

    /** The club's locations in a stable order, those included that are closed: their history stays. */
    List<Location> locations(long clubId) {
        return locations(clubId, "true");
    }

    List<Location> openLocations(long clubId) {
        return locations(clubId, "closed_at IS NULL");
    }

    private List<Location> locations(long clubId, String condition) {
        return jdbc.sql("SELECT id, club_id, name, address FROM location WHERE club_id = ? AND " + condition
                        + " ORDER BY id")
                .param(clubId)
                .query(Location.class)
                .list();
    }

    /** How many bookings that are not cancelled start in a span, by the trainer's user id; trainers without are absent. */
    public Map<Long, Integer> countByTrainer(long clubId, Span within) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        SELECT trainer_id, count(*) AS bookings
                        FROM booking
                        WHERE location_id = ANY (ARRAY(SELECT id FROM location WHERE club_id = ?))
                          AND starts_at >= ? AND starts_at < ? AND status <> 'CANCELLED'
                        GROUP BY trainer_id
                        """)
                .params(clubId, Timestamp.from(within.startsAt()), Timestamp.from(within.endsAt()))
                .query(row -> {
                    counts.put(row.getLong("trainer_id"), row.getInt("bookings"));
                });
        return counts;
    }

    static ClubBooking row(ResultSet row, int n) throws SQLException {
        String awaiting = row.getString("awaiting");
        return new ClubBooking(
                row.getObject("id", UUID.class),
                row.getLong("trainer_id"),
                row.getString("trainer_name"),
                row.getLong("client_id"),
                row.getString("client_name"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ZoneId.of(row.getString("timezone")),
                BookingStatus.valueOf(row.getString("status")),
                awaiting == null ? null : Side.valueOf(awaiting),
                row.getLong("location_id"),
                row.getString("location_name"),
                Money.rubles(row.getLong("price")),
                row.getInt("version"));
    }
}
