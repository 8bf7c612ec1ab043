package ru.trenergram.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.OtherProcess;
import ru.trenergram.support.Person;
import ru.trenergram.support.QuartzJobs;

/** Two nodes on one database, of which one is killed in the middle of a run: each reminder goes once. */
@IntegrationTest
@TestPropertySource(properties = "alone=reminders") // it waits until nothing is left to send: a database of its own
class TwoNodesIntegrationTest {

    private static final int CLIENTS = 8;
    private static final int SESSIONS_EACH = 2;

    @Autowired
    ApplicationContext application;

    @Autowired
    DueReminders due;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Value("${DATABASE_URL}")
    String database;

    @Test
    void each_reminder_goes_once_though_two_nodes_run_and_one_is_killed() throws Exception {
        Practice practice = new Practice(application);
        List<Person> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Person client = practice.newClient("Клиент");
            clients.add(client);
            for (int session = 0; session < SESSIONS_EACH; session++) {
                practice.booked(client, "2026-12-02T%02d:00".formatted(8 + i * SESSIONS_EACH + session));
            }
        }
        practice.run();
        clock.moveTo(Practice.moscow("2026-12-01T12:00"));

        try (var node = OtherProcess.start(
                ReminderNode.class, Map.of(), database, clock.instant().toString())) {
            awaitLine(node, "NODE READY");
            for (int i = 0; i < 4; i++) {
                awaitLine(node, "NODE HANDLED ONE");
                due.handle(1);
            }
            node.kill();
        }
        practice.runJob();
        clock.advance(Duration.ofMinutes(3)); // what the killed node had begun to tell is taken up again
        QuartzJobs.run(
                application,
                "overdue-events",
                () -> assertThat(jdbc.sql("SELECT count(*) FROM event_publication")
                                .query(Integer.class)
                                .single())
                        .isZero());
        practice.run();

        assertThat(clients)
                .allSatisfy(client -> assertThat(practice.headlines(client))
                        .hasSize(SESSIONS_EACH)
                        .containsOnly("Подтвердите тренировку"));
    }

    private static void awaitLine(OtherProcess node, String expected) throws Exception {
        StringBuilder output = new StringBuilder();
        for (String line = node.readLine(); line != null; line = node.readLine()) {
            if (line.contains(expected)) {
                return;
            }
            output.append(line).append('\n');
        }
        throw new AssertionError("The node ended without “" + expected + "”:\n" + output);
    }
}
