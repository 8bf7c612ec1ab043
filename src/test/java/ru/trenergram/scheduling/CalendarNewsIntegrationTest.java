package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.scheduling.CalendarNews.Subscription;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.TestSettings;

/** What open pages hear of changes; those of another node listen over the database alone. */
@IntegrationTest
class CalendarNewsIntegrationTest {

    private static final AtomicLong BARRIERS = new AtomicLong();
    private static final Instant TEN = Instant.parse("2026-12-01T07:00:00Z");

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Bookings bookings;

    @Autowired
    Blocks blocks;

    @Autowired
    CalendarChanges changes;

    private final CalendarNews otherNode = new CalendarNews();
    private CalendarWire wire;
    private Gym gym;
    private Somebody trainer;
    private Somebody client;
    private long club;

    @BeforeEach
    void setUp() {
        gym = new Gym(application);
        trainer = gym.trainer();
        client = gym.clientOf(trainer);
        club = gym.club(gym.somebody("Владелец"), trainer);
        wire = new CalendarWire(database, otherNode, TestSettings.with());
        wire.start();
        await().until(wire::isListening);
        settle();
    }

    @AfterEach
    void stop() {
        wire.stop();
        otherNode.destroy();
    }

    @Test
    void a_booking_on_one_node_is_heard_of_on_another() {
        AtomicInteger heard = listen(club);

        UUID booking = book();
        await().until(() -> heard.get() >= 1);
        settle();
        heard.set(0);
        bookings.cancel(Actor.client(client.userId()), booking, 0, null);

        await().until(() -> heard.get() >= 1);
    }

    @Test
    void only_the_clubs_that_see_something_of_it_hear_of_it() {
        long other = gym.club(gym.somebody("Другой владелец"), gym.trainer());
        settle();
        AtomicInteger here = listen(club);
        AtomicInteger elsewhere = listen(other);

        book();
        settle();

        await().until(() -> here.get() >= 1);
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void what_makes_a_trainer_busy_is_heard_of_where_they_work() {
        AtomicInteger heard = listen(club);

        blocks.add(trainer.userId(), TEN, TEN.plusSeconds(3600), "Обед");

        await().until(() -> heard.get() >= 1);
    }

    @Test
    void what_is_rolled_back_is_told_to_nobody() {
        AtomicInteger heard = listen(club);

        transaction.executeWithoutResult(status -> {
            book();
            status.setRollbackOnly();
        });
        settle();

        assertThat(heard).hasValue(0);
    }

    @Test
    void who_has_left_the_page_hears_nothing_and_is_not_kept() {
        AtomicInteger heard = new AtomicInteger();
        Subscription subscription = otherNode.listen(club, heard::incrementAndGet);
        assertThat(otherNode.listeners()).isEqualTo(1);

        subscription.end();
        subscription.end();
        otherNode.tell(club);

        assertThat(otherNode.listeners()).isZero();
        assertThat(heard).hasValue(0);
    }

    @Test
    void a_page_that_fails_does_not_keep_the_others_from_hearing() {
        otherNode.listen(club, () -> {
            throw new IllegalStateException("The page is broken");
        });
        AtomicInteger heard = listen(club);

        book();
        await().until(() -> heard.get() >= 1);
        book(TEN.plusSeconds(7200));

        await().until(() -> heard.get() >= 2);
    }

    @Test
    void after_a_lost_connection_everybody_is_told_and_hears_again() {
        AtomicInteger heard = listen(club);

        jdbc.sql("""
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND query = 'LISTEN club_calendar'
                        """).query(Boolean.class).list();

        await().until(() -> heard.get() >= 1);
        int before = heard.get();
        book();
        await().until(() -> heard.get() > before);
    }

    private AtomicInteger listen(long of) {
        AtomicInteger heard = new AtomicInteger();
        otherNode.listen(of, heard::incrementAndGet);
        return heard;
    }

    /** Waits until all that was to be told has been: what is told of a club that nobody has comes behind it. */
    private void settle() {
        long nobodys = -BARRIERS.incrementAndGet();
        AtomicInteger heard = new AtomicInteger();
        Subscription barrier = otherNode.listen(nobodys, heard::incrementAndGet);
        changes.on(new BulkCancellations.Finished(UUID.randomUUID(), nobodys));
        await().until(() -> heard.get() >= 1);
        barrier.end();
    }

    private UUID book() {
        return book(TEN);
    }

    private UUID book(Instant start) {
        return bookings.create(Actor.client(client.userId()), NewBooking.at(trainer.userId(), client.userId(), start))
                .id();
    }
}
