package ru.trenergram.scheduling;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what to a booking, and when: written down, and told to whoever listens. */
@Component
class BookingHistory {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    BookingHistory(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    void tell(BookingEvents event, Instant at) {
        jdbc.sql("""
                        INSERT INTO booking_history (booking_id, version, at, actor, actor_user, change)
                        VALUES (:booking, :version, :at, :actor, :user, :change)
                        """)
                .param("booking", event.bookingId())
                .param("version", event.version())
                .param("at", Timestamp.from(at))
                .param("actor", event.by().side().name())
                .param("user", event.by().userId())
                .param("change", change(event))
                .update();
        events.publishEvent(event);
    }

    /** The oldest first. */
    List<BookingChange> of(UUID bookingId) {
        return jdbc.sql("SELECT at, actor, change FROM booking_history WHERE booking_id = ? ORDER BY version")
                .param(bookingId)
                .query((row, n) -> new BookingChange(
                        row.getTimestamp("at").toInstant(),
                        Side.valueOf(row.getString("actor")),
                        row.getString("change")))
                .list();
    }

    private static String change(BookingEvents event) {
        return switch (event) {
            case BookingEvents.BookingCreated created -> "created";
            case BookingEvents.BookingConfirmed confirmed -> "confirmed";
            case BookingEvents.BookingDeclined declined -> "declined";
            case BookingEvents.BookingCancelled cancelled -> "cancelled";
            case BookingEvents.BookingMoved moved -> "moved";
            case BookingEvents.BookingEdited edited -> "edited";
            case BookingEvents.BookingCompleted completed -> "completed";
            case BookingEvents.BookingMarkedNoShow noShow -> "no_show";
        };
    }
}
