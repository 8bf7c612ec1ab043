package ru.trenergram.calendars;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.scheduling.BookingStatus;

/** All that a feed shows, in one query: calendar applications ask again and again. */
@Component
class FeedEvents {

    private static final String EVENTS = """
            SELECT booking.id, booking.version, booking.starts_at, booking.ends_at, booking.status, booking.awaiting,
                   booking.note, trainer.timezone, booking.trainer_id = :user AS as_trainer,
                   concat_ws(' ', other.first_name, other.last_name) AS other_name,
                   coalesce(location.name || ', ' || location.address, trainer.place) AS place,
                   coalesce((SELECT max(at) FROM booking_history WHERE booking_id = booking.id),
                            booking.created_at) AS changed_at
            FROM booking
            JOIN trainer ON trainer.user_id = booking.trainer_id
            JOIN users other ON other.id = CASE booking.trainer_id WHEN :user THEN client_id ELSE booking.trainer_id END
            LEFT JOIN location ON location.id = booking.location_id
            WHERE (booking.trainer_id = :user OR booking.client_id = :user) AND booking.starts_at >= :from
            ORDER BY booking.starts_at, booking.id
            """;

    private final JdbcClient jdbc;

    FeedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bookings of somebody, as trainer and as client, that start at this moment or later. */
    List<FeedEvent> of(long userId, Instant from) {
        return jdbc.sql(EVENTS)
                .param("user", userId)
                .param("from", Timestamp.from(from))
                .query(FeedEvents::event)
                .list();
    }

    private static FeedEvent event(ResultSet row, int n) throws SQLException {
        return new FeedEvent(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ZoneId.of(row.getString("timezone")),
                BookingStatus.valueOf(row.getString("status")),
                row.getString("awaiting"),
                row.getBoolean("as_trainer"),
                row.getString("other_name"),
                row.getString("place"),
                row.getString("note"),
                row.getTimestamp("changed_at").toInstant());
    }
}
