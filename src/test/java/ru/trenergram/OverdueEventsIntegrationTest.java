package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.OverdueEvents.EventsGivenUpException;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;

/** Events whose listener did not get through, and those that only wait for it. */
@IntegrationTest
@Import(OverdueEventsIntegrationTest.Listening.class)
class OverdueEventsIntegrationTest {

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final AtomicBoolean FAILING = new AtomicBoolean();
    private static final Semaphore GATE = new Semaphore(0);

    record Something(String name) {}

    record Lengthy(int number) {}

    static class Listener {

        @ApplicationModuleListener
        void on(Something event) {
            CALLS.incrementAndGet();
            if (FAILING.get()) {
                throw new IllegalStateException("not now");
            }
        }

        /** Without a transaction: all at once they would leave too few connections to anybody else. */
        @Async
        @TransactionalEventListener
        void on(Lengthy event) {
            CALLS.incrementAndGet();
            GATE.acquireUninterruptibly();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {

        /** In a test nobody waits for a minute in the real time. */
        @Bean
        @Primary
        ListenerQueue queueByTheClock(JdbcClient jdbc, MovableClock clock) {
            return new ListenerQueue(jdbc, clock, () -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()));
        }

        @Bean
        Listener somethingListener() {
            return new Listener();
        }
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    FailedEventPublications failed;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ThreadPoolTaskExecutor executor;

    @Autowired
    MovableClock clock;

    private OverdueEvents overdue;

    @BeforeEach
    void begin() {
        jdbc.sql("DELETE FROM event_publication").update();
        jdbc.sql("DELETE FROM listeners_behind").update();
        CALLS.set(0);
        FAILING.set(false);
        overdue = new OverdueEvents(jdbc, failed, clock);
    }

    @Test
    void what_has_been_heard_leaves_nothing_behind() {
        publish("x");

        await().untilAsserted(() -> assertThat(CALLS).hasValue(1));
        await().untilAsserted(() -> assertThat(publications()).isZero());
    }

    @Test
    void an_event_whose_listener_failed_is_told_again() {
        fail("x");

        overdue.takeUp();

        await().untilAsserted(() -> assertThat(CALLS).hasValue(2));
        await().untilAsserted(() -> assertThat(publications()).isZero());
    }

    @Test
    void an_event_that_was_cut_off_at_any_stage_is_told_again_but_not_at_once() {
        for (String stage : new String[] {"PUBLISHED", "PROCESSING", "RESUBMITTED"}) {
            begin();
            cutOff(stage);

            overdue.takeUp();
            assertThat(status()).as("it may still be under way").isEqualTo(stage);
            clock.advance(Duration.ofMinutes(3));
            overdue.takeUp();

            await().untilAsserted(() -> assertThat(publications()).as(stage).isZero());
            assertThat(CALLS).hasValue(2);
        }
    }

    @Test
    void what_the_last_run_left_is_told_again_at_once_but_not_while_another_node_may_have_it() throws Exception {
        cutOff("PROCESSING");
        clock.advance(Duration.ofSeconds(5));
        var started = new OverdueEvents(jdbc, failed, clock);

        String separator = database.getJdbcUrl().contains("?") ? "&" : "?";
        try (var _ = DriverManager.getConnection(
                database.getJdbcUrl() + separator + "ApplicationName=trenergram-another-one",
                database.getUsername(),
                database.getPassword())) {
            started.takeUp();
            assertThat(status()).isEqualTo("PROCESSING");
        }
        await().untilAsserted(() -> {
            started.takeUp();
            assertThat(publications()).isZero();
        });
        assertThat(CALLS).hasValue(2);
    }

    @Test
    void events_that_wait_long_for_their_turn_are_late_and_not_lost() {
        int running = executor.getCorePoolSize();
        int all = running + 2;
        for (int i = 0; i < all; i++) {
            publish(new Lengthy(i));
        }
        await().untilAsserted(() -> assertThat(CALLS).hasValue(running));

        clock.advance(Duration.ofSeconds(90));
        GATE.release(); // the first of those that wait begins
        await().untilAsserted(() -> assertThat(CALLS).hasValue(running + 1));
        clock.advance(Duration.ofSeconds(45));
        overdue.takeUp();

        assertThat(jdbc.sql("SELECT count(*) FROM event_publication WHERE status IN ('FAILED', 'RESUBMITTED')")
                        .query(Integer.class)
                        .single())
                .isZero();
        GATE.release(all - 1);
        await().untilAsserted(() -> assertThat(publications()).isZero());
        assertThat(CALLS).hasValue(all);
    }

    @Test
    void of_many_that_failed_all_are_told_again_at_once() {
        fail("x");
        jdbc.sql("""
                        INSERT INTO event_publication (id, listener_id, event_type, serialized_event, publication_date, status,
                            completion_attempts)
                        SELECT gen_random_uuid(), listener_id, event_type, '{"name":"' || n || '"}', publication_date, status,
                            completion_attempts
                        FROM event_publication, generate_series(1, 250) n
                        """).update();

        overdue.takeUp();

        await().untilAsserted(() -> assertThat(publications()).isZero());
        assertThat(CALLS).hasValue(1 + 251);
    }

    @Test
    void an_event_that_never_gets_through_is_put_aside_after_a_day_of_tries() {
        fail("x");
        FAILING.set(true);
        clock.advance(Duration.ofHours(25));

        overdue.takeUp();
        await().untilAsserted(
                        () -> assertThat(CALLS).as("after a day without us").hasValue(2));
        await().untilAsserted(() -> assertThat(status()).isEqualTo("FAILED"));
        jdbc.sql("UPDATE event_publication SET completion_attempts = 60").update();

        assertThatThrownBy(() -> overdue.takeUp())
                .isInstanceOf(EventsGivenUpException.class)
                .hasMessageContaining("Listener.on");
        assertThat(publications()).isZero();
        assertThat(jdbc.sql("SELECT serialized_event FROM event_given_up")
                        .query(String.class)
                        .list())
                .containsExactly("{\"name\":\"x\"}");
        assertThat(CALLS).hasValue(2);
    }

    private void publish(String name) {
        publish(new Something(name));
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private void fail(String name) {
        FAILING.set(true);
        publish(name);
        await().untilAsserted(() -> assertThat(status()).isEqualTo("FAILED"));
        FAILING.set(false);
    }

    private void cutOff(String stage) {
        fail("x");
        jdbc.sql("UPDATE event_publication SET status = ?").param(stage).update();
    }

    private String status() {
        return jdbc.sql("SELECT status FROM event_publication")
                .query(String.class)
                .single();
    }

    private long publications() {
        return jdbc.sql("SELECT count(*) FROM event_publication")
                .query(Long.class)
                .single();
    }
}
