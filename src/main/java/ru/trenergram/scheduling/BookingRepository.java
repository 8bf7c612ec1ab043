package ru.trenergram.scheduling;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BookingRepository extends Repository<Booking, UUID> {

    Booking saveAndFlush(Booking booking);

    void flush();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT b FROM Booking b WHERE b.id = :id")
    Optional<Booking> lock(UUID id);

    /** Locks what still lies before a trainer and a client, in an order that is the same for everybody. */
    @Query(nativeQuery = true, value = """
                    SELECT * FROM booking
                    WHERE trainer_id = :trainerId AND client_id = :clientId
                      AND status IN ('PENDING', 'CONFIRMED') AND starts_at > :now
                    ORDER BY id
                    FOR NO KEY UPDATE
                    """)
    List<Booking> lockAhead(long trainerId, long clientId, Instant now);

    /** Locks all bookings of a client, in the same order. */
    @Query(
            nativeQuery = true,
            value = "SELECT * FROM booking WHERE client_id = :clientId ORDER BY id FOR NO KEY UPDATE")
    List<Booking> lockOfClient(long clientId);

    /** Locks what still lies before somebody, in the same order. */
    @Query(nativeQuery = true, value = """
                    SELECT * FROM booking
                    WHERE (trainer_id = :userId OR client_id = :userId)
                      AND status IN ('PENDING', 'CONFIRMED') AND starts_at > :now
                    ORDER BY id
                    FOR NO KEY UPDATE
                    """)
    List<Booking> lockAllAhead(long userId, Instant now);

    /** Locks what still lies before a trainer at a club's locations, in the same order. */
    @Query(nativeQuery = true, value = """
                    SELECT booking.* FROM booking JOIN location ON location.id = location_id
                    WHERE trainer_id = :trainerId AND club_id = :clubId
                      AND status IN ('PENDING', 'CONFIRMED') AND starts_at > :now
                    ORDER BY booking.id
                    FOR NO KEY UPDATE OF booking
                    """)
    List<Booking> lockAheadAt(long trainerId, long clubId, Instant now);

    /** All bookings of a series, locked in the same order as {@link #lockAhead}. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT b FROM Booking b WHERE b.seriesId = :series ORDER BY b.id")
    List<Booking> lockSeries(UUID series);

    /** Locks confirmed bookings that are over; those which another node has in hand are left to it. */
    @Query(nativeQuery = true, value = """
                    SELECT * FROM booking
                    WHERE status = 'CONFIRMED' AND ends_at <= :now AND id <> ALL(:except)
                    ORDER BY ends_at LIMIT :limit
                    FOR NO KEY UPDATE SKIP LOCKED
                    """)
    List<Booking> claimEnded(Instant now, int limit, UUID[] except);

    /** Names what {@link #claimEnded} would lock. */
    @Query(nativeQuery = true, value = """
                    SELECT id FROM booking
                    WHERE status = 'CONFIRMED' AND ends_at <= :now AND id <> ALL(:except)
                    ORDER BY ends_at LIMIT :limit
                    """)
    List<UUID> ended(Instant now, int limit, UUID[] except);

    /** Locks what nobody has answered in time, in the same way. */
    @Query(nativeQuery = true, value = """
                    SELECT * FROM booking
                    WHERE status = 'PENDING' AND expires_at <= :now AND id <> ALL(:except)
                    ORDER BY expires_at LIMIT :limit
                    FOR NO KEY UPDATE SKIP LOCKED
                    """)
    List<Booking> claimUnanswered(Instant now, int limit, UUID[] except);

    /** Names what {@link #claimUnanswered} would lock. */
    @Query(nativeQuery = true, value = """
                    SELECT id FROM booking
                    WHERE status = 'PENDING' AND expires_at <= :now AND id <> ALL(:except)
                    ORDER BY expires_at LIMIT :limit
                    """)
    List<UUID> unanswered(Instant now, int limit, UUID[] except);
}
