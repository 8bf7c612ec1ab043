package ru.trenergram.scheduling;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.trenergram.base.Changed;

/**
 * Sends every node word of the clubs whose calendars were changed here. It is sent behind the transaction of the change:
 * PostgreSQL lets those that notify commit one after the other, which would hold up every booking.
 */
@Component
class CalendarChanges implements DisposableBean {

    static final String CHANNEL = "club_calendar";

    private static final Logger log = LoggerFactory.getLogger(CalendarChanges.class);
    private static final long AGAIN_MS = 1_000;

    private final JdbcClient jdbc;
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("calendar-changes").factory());

    private Batch waiting = new Batch();

    /** What was changed; the clubs that it concerns are found when they are told. */
    private static final class Batch {
        private final Set<UUID> bookings = new HashSet<>();
        private final Set<Long> trainers = new HashSet<>();
        private final Set<Long> clubs = new HashSet<>();

        boolean isEmpty() {
            return bookings.isEmpty() && trainers.isEmpty() && clubs.isEmpty();
        }

        void add(Batch other) {
            bookings.addAll(other.bookings);
            trainers.addAll(other.trainers);
            clubs.addAll(other.clubs);
        }
    }

    CalendarChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(BookingEvents event) {
        var change = new Batch();
        change.bookings.add(event.bookingId());
        afterCommit(change);
    }

    @EventListener
    void on(Changed event) {
        var change = new Batch();
        switch (event.what()) {
            case WORKING_WEEK -> change.trainers.add(Long.valueOf(event.id()));
            case WORKING_EXCEPTION, BLOCKED_TIME -> {
                if (event.side() == Changed.Side.TRAINER) {
                    change.trainers.add(Objects.requireNonNull(event.actorId()));
                }
            }
            case CLUB_TRAINER, LOCATION, CLUB -> {
                if (event.clubId() != null) {
                    change.clubs.add(event.clubId());
                }
            }
            default -> {
                return; // it stands in no calendar
            }
        }
        afterCommit(change);
    }

    /** Those that were refused are no change of a booking, yet the page that shows the progress has to hear of the end. */
    @EventListener
    void on(BulkCancellations.Finished event) {
        var change = new Batch();
        change.clubs.add(event.clubId());
        afterCommit(change);
    }

    private void afterCommit(Batch change) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    send(change);
                }
            });
        } else {
            send(change);
        }
    }

    private void send(Batch change) {
        boolean idle;
        synchronized (this) {
            idle = waiting.isEmpty();
            waiting.add(change);
        }
        if (idle && !sender.isShutdown()) {
            sender.execute(this::sendWaiting);
        }
    }

    private void sendWaiting() {
        Batch batch;
        synchronized (this) {
            batch = waiting;
            waiting = new Batch();
        }
        try {
            notifyClubs(batch);
        } catch (RuntimeException e) {
            log.debug("Changes of calendars could not be told, to be tried again: {}", e.getMessage());
            synchronized (this) {
                batch.add(waiting);
                waiting = batch;
            }
            if (!sender.isShutdown()) {
                sender.schedule(this::sendWaiting, AGAIN_MS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** The club at whose location it is, and those that see its trainer as busy. */
    private void notifyClubs(Batch batch) {
        jdbc.sql("""
                        WITH changed AS (SELECT trainer_id, location_id FROM booking WHERE id = ANY (:bookings))
                        SELECT pg_notify(:channel, club_id::text)
                        FROM (SELECT club_id FROM changed JOIN location ON location.id = location_id
                              UNION
                              SELECT club_id FROM club_trainer
                              WHERE trainer_id IN (SELECT trainer_id FROM changed UNION ALL SELECT unnest(:trainers::bigint[]))
                                AND status = 'ACTIVE'
                              UNION
                              SELECT unnest(:clubs::bigint[])) told
                        """)
                .param("bookings", batch.bookings.toArray(UUID[]::new))
                .param("channel", CHANNEL)
                .param("trainers", batch.trainers.toArray(Long[]::new))
                .param("clubs", batch.clubs.toArray(Long[]::new))
                .query((row, n) -> n)
                .list();
    }

    @Override
    public void destroy() {
        sender.shutdownNow();
    }
}
