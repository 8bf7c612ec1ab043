package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.support.QuartzJobs;

/** One due booking that cannot be handled: the others go on, somebody is told, and it is tried again later. */
@TestPropertySource(properties = "spring.application.name=poisoned") // a database of its own: it spoils every later job
class PoisonedRowsIntegrationTest extends MainBotTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    private Instant now;
    private long trainer;
    private long client;
    private long otherClient;

    @BeforeEach
    void people() {
        Person person = trainer("Тимур", "ru");
        trainer = id(person);
        client = id(client(person, "Анна", "ru"));
        otherClient = id(client(person, "Ольга", "ru"));
        now = clock.instant();
    }

    @Test
    void a_charge() throws Exception {
        UUID poisoned = booking(client, "CONFIRMED", now.minus(Duration.ofHours(5)));
        UUID healthy = booking(otherClient, "CONFIRMED", now.minus(Duration.ofHours(4)));
        jdbc.sql("INSERT INTO balance (trainer_id, client_id, amount) VALUES (?, ?, ?)")
                .params(trainer, client, Long.MIN_VALUE)
                .update();
        String charged = "SELECT count(*) FROM ledger_entry WHERE booking_id = ?";

        onlyTheHealthyOneGoesThrough("charge-bookings", poisoned, healthy, charged);

        jdbc.sql("UPDATE balance SET amount = 0 WHERE (trainer_id, client_id) = (?, ?)")
                .params(trainer, client)
                .update();
        laterTheOtherOneDoes("charge-bookings", poisoned, charged);
    }

    @Test
    void a_completion() throws Exception {
        UUID poisoned = booking(client, "CONFIRMED", now.minus(Duration.ofHours(5)));
        UUID healthy = booking(otherClient, "CONFIRMED", now.minus(Duration.ofHours(4)));
        history(poisoned, 1);
        String completed = "SELECT count(*) FROM booking WHERE id = ? AND status = 'COMPLETED'";

        onlyTheHealthyOneGoesThrough("complete-bookings", poisoned, healthy, completed);

        forgetHistory(poisoned);
        laterTheOtherOneDoes("complete-bookings", poisoned, completed);
    }

    @Test
    void an_expiry() throws Exception {
        UUID poisoned = booking(client, "PENDING", now.minus(Duration.ofDays(5)));
        UUID healthy = booking(otherClient, "PENDING", now.minus(Duration.ofDays(4)));
        history(poisoned, 1);
        String expired = "SELECT count(*) FROM booking WHERE id = ? AND cancel_reason = 'unanswered'";

        onlyTheHealthyOneGoesThrough("expire-bookings", poisoned, healthy, expired);

        forgetHistory(poisoned);
        laterTheOtherOneDoes("expire-bookings", poisoned, expired);
    }

    @Test
    void a_reminder() throws Exception {
        UUID poisoned = booking(client, "PENDING", now.plus(Duration.ofHours(20)));
        UUID healthy = booking(otherClient, "PENDING", now.plus(Duration.ofHours(22)));
        history(healthy, 0); // without which nobody can say when it was last booked
        for (UUID id : new UUID[] {poisoned, healthy}) {
            jdbc.sql("INSERT INTO reminder_plan (booking_id, due_at) VALUES (?, ?)")
                    .params(id, Timestamp.from(now.minusSeconds(1)))
                    .update();
        }
        String reminded = "SELECT count(*) FROM reminder WHERE booking_id = ?";

        onlyTheHealthyOneGoesThrough("send-reminders", poisoned, healthy, reminded);

        history(poisoned, 0);
        laterTheOtherOneDoes("send-reminders", poisoned, reminded);
    }

    private void onlyTheHealthyOneGoesThrough(String job, UUID poisoned, UUID healthy, String done) throws Exception {
        QuartzJobs.run(application, job, () -> {
            assertThat(count(done, healthy)).isOne();
            assertThat(count(
                            "SELECT count(*) FROM alert WHERE kind = 'JOB_FAILED' AND subject LIKE '%' || ? || '%'",
                            poisoned.toString()))
                    .isOne();
        });
        assertThat(count(done, poisoned)).isZero();
    }

    private void laterTheOtherOneDoes(String job, UUID poisoned, String done) throws Exception {
        clock.advance(Duration.ofMinutes(1));
        QuartzJobs.run(application, job, () -> assertThat(count(done, poisoned)).isOne());
    }

    private int count(String sql, Object id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    private UUID booking(long clientId, String status, Instant startsAt) {
        UUID id = UUID.randomUUID();
        boolean pending = status.equals("PENDING");
        jdbc.sql("""
                        INSERT INTO booking (id, trainer_id, client_id, starts_at, ends_at, status, awaiting, price,
                            charge_hours_before, charge_at, outside_working_hours, created_by, status_by, version,
                            created_at, expires_at)
                        VALUES (:id, :trainer, :client, :starts, :ends, :status, :awaiting, 100000,
                            12, :starts, false, 'TRAINER', 'TRAINER', 0, :created, :expires)
                        """)
                .param("id", id)
                .param("trainer", trainer)
                .param("client", clientId)
                .param("starts", Timestamp.from(startsAt))
                .param("ends", Timestamp.from(startsAt.plus(Duration.ofHours(1))))
                .param("status", status)
                .param("awaiting", pending ? "CLIENT" : null)
                .param("created", Timestamp.from(startsAt.minus(Duration.ofDays(2))))
                .param("expires", pending ? Timestamp.from(startsAt.plus(Duration.ofDays(3))) : null)
                .update();
        return id;
    }

    private void history(UUID booking, int version) {
        jdbc.sql("""
                        INSERT INTO booking_history (booking_id, version, at, actor, change)
                        VALUES (?, ?, ?, 'TRAINER', 'created')
                        """)
                .params(booking, version, Timestamp.from(now.minus(Duration.ofDays(2))))
                .update();
    }

    private void forgetHistory(UUID booking) {
        jdbc.sql("DELETE FROM booking_history WHERE booking_id = ?")
                .param(booking)
                .update();
    }
}
