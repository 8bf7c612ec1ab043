package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;

/** Events whose listener did not get through. */
@IntegrationTest
@Import(OverdueEventsIntegrationTest.Listening.class)
class OverdueEventsIntegrationTest {

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final AtomicBoolean FAILING = new AtomicBoolean();

    record Something(String name) {}

    static class Listener {

        @ApplicationModuleListener
        void on(Something event) {
            CALLS.incrementAndGet();
            if (FAILING.get()) {
                throw new IllegalStateException("not now");
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {
        @Bean
        Listener somethingListener() {
            return new Listener();
        }
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FailedEventPublications failed;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @BeforeEach
    void begin() {
        jdbc.sql("DELETE FROM event_publication").update();
        CALLS.set(0);
        FAILING.set(false);
    }

    @Test
    void what_has_been_heard_leaves_nothing_behind() {
        publish();

        await().untilAsserted(() -> assertThat(CALLS).hasValue(1));
        await().untilAsserted(() -> assertThat(publications()).isZero());
    }

    @Test
    void an_event_whose_listener_failed_is_told_again() {
        FAILING.set(true);
        publish();
        await().untilAsserted(() -> assertThat(status()).isEqualTo("FAILED"));
        FAILING.set(false);

        resubmit();

        await().untilAsserted(() -> assertThat(CALLS).hasValue(2));
        await().untilAsserted(() -> assertThat(publications()).isZero());
    }

    @Test
    void an_event_that_was_cut_off_at_any_stage_is_told_again_but_not_at_once() {
        for (String stage : new String[] {"PUBLISHED", "PROCESSING", "RESUBMITTED"}) {
            begin();
            FAILING.set(true);
            publish();
            await().untilAsserted(() -> assertThat(status()).isEqualTo("FAILED"));
            FAILING.set(false);
            jdbc.sql("UPDATE event_publication SET status = ?").param(stage).update();

            resubmit();
            assertThat(status()).as("it may still be under way").isEqualTo(stage);
            ((MovableClock) clock).advance(Duration.ofMinutes(3));
            resubmit();

            await().untilAsserted(() -> assertThat(publications()).as(stage).isZero());
            assertThat(CALLS).hasValue(2);
        }
    }

    @Test
    void an_event_that_never_gets_through_is_left_alone_after_a_day() {
        FAILING.set(true);
        publish();
        await().untilAsserted(() -> assertThat(status()).isEqualTo("FAILED"));
        ((MovableClock) clock).advance(Duration.ofHours(25));

        resubmit();

        assertThat(status()).isEqualTo("FAILED");
        assertThat(CALLS).hasValue(1);
    }

    private void publish() {
        transaction.executeWithoutResult(status -> events.publishEvent(new Something("x")));
    }

    private void resubmit() {
        new OverdueEventsJob(jdbc, failed, clock).resubmit();
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
