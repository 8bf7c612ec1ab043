package ru.trenergram.balances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.OtherProcess;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.support.SecondNode;

/** Thousands of sessions that fall due at once, on nodes of which one is killed, and on two of them. */
@IntegrationTest
@TestPropertySource(properties = "spring.quartz.properties.org.quartz.jobStore.clusterCheckinInterval=1000")
class ChargeRunIntegrationTest {

    private static final int BOOKINGS = 1_998;
    private static final Instant NOW = MovableClock.START;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    ApplicationContext application;

    @Autowired
    Scheduler scheduler;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private List<Long> trainers = List.of();

    /** Three trainers with two clients each; every session has a price of its own and is over since an hour. */
    @BeforeEach
    void bookings() {
        trainers = Stream.generate(() -> new Practice(application))
                .limit(3)
                .peek(practice -> {
                    insert(practice.trainer.userId(), practice.client.userId());
                    insert(
                            practice.trainer.userId(),
                            practice.clientOf(practice.trainer).userId());
                })
                .map(practice -> practice.trainer.userId())
                .toList();
        clock.moveTo(NOW);
    }

    @Test
    void a_run_that_was_killed_is_completed_by_another_node_and_nothing_is_charged_twice() throws Exception {
        try (var node = OtherProcess.start(ChargingNode.class, Map.of(), database.getJdbcUrl(), NOW.toString())) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> charged() > BOOKINGS / 10);
            node.kill();
        }
        assertThat(charged()).as("it was killed in the middle").isLessThan(BOOKINGS);

        run("charge-bookings");

        await().atMost(PATIENCE).until(() -> charged() >= BOOKINGS);
        everythingIsChargedOnce();
    }

    @Test
    @DirtiesContext // in one JVM Quartz uses the connections of the last scheduler of a name, also when that one has
    // ended
    void two_nodes_charge_and_complete_each_session_once() throws Exception {
        try (var second = SecondNode.start(database.getJdbcUrl(), clock)) {
            Charges others = second.getBean(Charges.class);
            Charges ours = application.getBean(Charges.class);
            Scheduler othersScheduler = second.getBean(Scheduler.class);
            othersScheduler.start();
            run("complete-bookings");
            QuartzJobs.trigger(second, "complete-bookings");

            try (var threads = Executors.newFixedThreadPool(4)) {
                for (Charges charges : List.of(ours, others, ours, others)) {
                    threads.submit(() -> {
                        while (charges.chargeDue(50) > 0) {
                            // the next batch
                        }
                    });
                }
            }

            await().atMost(PATIENCE).until(() -> charged() >= BOOKINGS && completed() >= BOOKINGS);
        }
        everythingIsChargedOnce();
        assertThat(count("""
                        SELECT count(*) FROM booking_history JOIN booking ON booking.id = booking_id
                        WHERE change = 'completed' AND trainer_id = ANY (:trainers)
                        """)).isEqualTo(BOOKINGS);
    }

    private void run(String job) throws Exception {
        scheduler.start();
        QuartzJobs.trigger(application, job);
    }

    private void everythingIsChargedOnce() throws Exception {
        scheduler.standby();
        assertThat(charged()).isEqualTo(BOOKINGS);
        assertThat(count("SELECT count(*) FROM booking WHERE charged_at IS NULL AND trainer_id = ANY (:trainers)"))
                .isZero();
        assertThat(jdbc.sql("""
                        SELECT booking.trainer_id, booking.client_id, -sum(price) AS owed,
                            (SELECT sum(amount) FROM ledger_entry e
                             WHERE (e.trainer_id, e.client_id) = (booking.trainer_id, booking.client_id)) AS entered,
                            (SELECT amount FROM balance b
                             WHERE (b.trainer_id, b.client_id) = (booking.trainer_id, booking.client_id)) AS balance,
                            (SELECT balance_after FROM ledger_entry e
                             WHERE (e.trainer_id, e.client_id) = (booking.trainer_id, booking.client_id)
                             ORDER BY id DESC LIMIT 1) AS last
                        FROM booking WHERE trainer_id = ANY (:trainers)
                        GROUP BY booking.trainer_id, booking.client_id
                        """)
                        .param("trainers", trainers.toArray(Long[]::new))
                        .query((row, n) -> List.of(
                                row.getLong("owed"),
                                row.getLong("entered"),
                                row.getLong("balance"),
                                row.getLong("last")))
                        .list())
                .hasSize(6)
                .allSatisfy(sums -> assertThat(sums).containsOnly(sums.getFirst()));
    }

    private int charged() {
        return count("SELECT count(*) FROM ledger_entry WHERE kind = 'CHARGE' AND trainer_id = ANY (:trainers)");
    }

    private int completed() {
        return count("SELECT count(*) FROM booking WHERE status = 'COMPLETED' AND trainer_id = ANY (:trainers)");
    }

    private int count(String sql) {
        return jdbc.sql(sql)
                .param("trainers", trainers.toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    private void insert(long trainerId, long clientId) {
        jdbc.sql("""
                        INSERT INTO booking (id, trainer_id, client_id, starts_at, ends_at, status, price,
                            charge_hours_before, charge_at, outside_working_hours, created_by, status_by, version, created_at)
                        SELECT gen_random_uuid(), :trainer, :client, ends - interval '1 hour', ends, 'CONFIRMED',
                            100000 + n, 12, ends - interval '13 hours', false, 'TRAINER', 'CLIENT', 1, ends - interval '2 days'
                        FROM generate_series(1, :count) n, LATERAL (SELECT :now::timestamptz - n * interval '1 hour' AS ends) hours
                        """)
                .param("trainer", trainerId)
                .param("client", clientId)
                .param("count", BOOKINGS / 6)
                .param("now", Timestamp.from(NOW))
                .update();
    }
}
