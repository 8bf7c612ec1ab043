package ru.trenergram.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Money;

/**
 * Hands out the bookings that are to be charged (PRODUCT.md, "Money between client and trainer"), each of them once:
 * it is marked as charged in the caller's transaction, which has to enter the charge. Until that ends nobody else can
 * change the booking.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class BookingCharges {

    /** As in the index {@code booking_to_charge}. */
    private static final String DUE = """
            charged_at IS NULL AND NOT settled AND price > 0 AND status IN ('CONFIRMED', 'COMPLETED', 'NO_SHOW')
            AND charge_at <= :now""";

    /** An agreement is a confirmation; for what never had one, the trainer's word that it took place, or the booking. */
    private static final String MARK = """
            UPDATE booking SET charged_at = :now %s
            RETURNING booking.id, trainer_id, client_id, price, charge_hours_before, charge_at, starts_at,
                charge_at < coalesce(
                    (SELECT max(at) FROM booking_history h WHERE h.booking_id = booking.id AND change IN ('confirmed', 'moved')),
                    (SELECT min(at) FROM booking_history h
                     WHERE h.booking_id = booking.id AND change = 'completed' AND created_by <> 'CLIENT'),
                    created_at) AS agreed_later
            """;

    private static final String FIRST_DUE =
            "SELECT id AS due_id FROM booking WHERE " + DUE + " AND id <> ALL(:except) ORDER BY charge_at LIMIT :limit";

    private static final String MARK_DUE = "WITH due AS MATERIALIZED (" + FIRST_DUE
            + " FOR NO KEY UPDATE SKIP LOCKED) "
            + MARK.formatted("FROM due WHERE id = due_id");

    private static final String MARK_ONE = MARK.formatted("WHERE id = :id AND " + DUE);

    private final JdbcClient jdbc;
    private final Clock clock;

    BookingCharges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A booking that has just been marked.
     *
     * @param trainerId user id, like {@code clientId}
     * @param hoursBefore the trainer's rule at the time of booking
     * @param chargeAt the moment that the rule gives
     * @param agreedLater whether the booking was agreed after that moment
     */
    public record Charged(
            UUID bookingId,
            long trainerId,
            long clientId,
            Money price,
            int hoursBefore,
            Instant chargeAt,
            Instant startsAt,
            boolean agreedLater) {}

    /**
     * A client is just cancelling a booking. It is published in the transaction of the cancellation, before the booking
     * changes: what is due can be taken for the last time.
     */
    public record LastCall(UUID bookingId) {}

    /** Takes at most {@code limit} of those that are due; what another transaction has in hand is left to it. */
    public List<Charged> takeDue(int limit, UUID... except) {
        return jdbc.sql(MARK_DUE)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .param("except", except)
                .query(BookingCharges::charged)
                .list();
    }

    /** Names what {@link #takeDue} would take. */
    public List<UUID> due(int limit, UUID... except) {
        return jdbc.sql(FIRST_DUE)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .param("except", except)
                .query(UUID.class)
                .list();
    }

    /** Takes one booking if it is due; waits for whoever changes it at this moment. */
    public Optional<Charged> take(UUID bookingId) {
        return jdbc.sql(MARK_ONE)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", bookingId)
                .query(BookingCharges::charged)
                .optional();
    }

    /**
     * Takes the one charge that goes back: of a booking that the trainer's side moved and that was cancelled before the
     * client agreed. The price is what was charged.
     */
    public Optional<Charged> takeBack(UUID bookingId) {
        return jdbc.sql("""
                        UPDATE booking SET charge_returned_at = :now
                        WHERE id = :id AND status = 'CANCELLED' AND charged_at IS NOT NULL AND charge_returned_at IS NULL
                          AND (SELECT change = 'moved' AND actor IN ('TRAINER', 'STAFF') FROM booking_history h
                               WHERE h.booking_id = booking.id AND change IN ('created', 'confirmed', 'moved')
                               ORDER BY version DESC LIMIT 1)
                        RETURNING *, false AS agreed_later
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", bookingId)
                .query(BookingCharges::charged)
                .optional();
    }

    private static Charged charged(ResultSet row, int n) throws SQLException {
        return new Charged(
                row.getObject("id", UUID.class),
                row.getLong("trainer_id"),
                row.getLong("client_id"),
                Money.rubles(row.getLong("price")),
                row.getInt("charge_hours_before"),
                row.getTimestamp("charge_at").toInstant(),
                row.getTimestamp("starts_at").toInstant(),
                row.getBoolean("agreed_later"));
    }
}
