package ru.trenergram.scheduling;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;

/**
 * Takes over bookings as they stand elsewhere. They may lie in the past, and nobody is told of them. What has taken
 * place was paid for where it comes from: it is not charged here.
 */
@Service
@Transactional
public class BookingImport {

    private final JdbcClient jdbc;
    private final Occupancy occupancy;
    private final Clock clock;

    BookingImport(JdbcClient jdbc, Occupancy occupancy, Clock clock) {
        this.jdbc = jdbc;
        this.occupancy = occupancy;
        this.clock = clock;
    }

    /**
     * A booking as it is to stand here.
     *
     * @param trainerId user id, like {@code clientId}
     * @param awaiting for PENDING alone
     */
    public record Imported(
            long trainerId,
            long clientId,
            Instant startsAt,
            Duration length,
            BookingStatus status,
            @Nullable Side awaiting,
            Money price,
            @Nullable Long locationId) {}

    /** @throws DomainException {@code slot_taken} */
    public UUID add(Imported booking) {
        UUID id = UUID.randomUUID();
        var time = new Span(booking.startsAt(), booking.startsAt().plus(booking.length()));
        Instant imported = clock.instant();
        Timestamp now = Timestamp.from(imported);
        Instant expires = BookingState.expiresAt(booking.awaiting(), time, imported);
        long resource = occupancy.lock(booking.trainerId());
        jdbc.sql("""
                        INSERT INTO booking (id, trainer_id, client_id, starts_at, ends_at, status, awaiting, price,
                            charge_hours_before, charge_at, expires_at, location_id, outside_working_hours, created_by,
                            cancelled_by, status_by, status_by_user, version, created_at, settled)
                        VALUES (:id, :trainer, :client, :starts, :ends, :status, :awaiting, :price,
                            0, :starts, :expires, :location, false, 'TRAINER', :cancelledBy, 'TRAINER', :trainer, 0, :now,
                            :status IN ('COMPLETED', 'NO_SHOW'))
                        """)
                .param("id", id)
                .param("trainer", booking.trainerId())
                .param("client", booking.clientId())
                .param("starts", Timestamp.from(time.startsAt()))
                .param("ends", Timestamp.from(time.endsAt()))
                .param("status", booking.status().name())
                .param(
                        "awaiting",
                        booking.awaiting() == null ? null : booking.awaiting().name())
                .param("expires", expires == null ? null : Timestamp.from(expires))
                .param("price", booking.price().amount())
                .param("location", booking.locationId())
                .param("cancelledBy", booking.status() == BookingStatus.CANCELLED ? "CLIENT" : null)
                .param("now", now)
                .update();
        if (booking.status() != BookingStatus.CANCELLED) {
            occupancy.occupy(resource, time, id);
        }
        jdbc.sql("""
                        INSERT INTO booking_history (booking_id, version, at, actor, actor_user, change)
                        VALUES (?, 0, ?, 'TRAINER', ?, 'created')
                        """).params(id, now, booking.trainerId()).update();
        return id;
    }
}
