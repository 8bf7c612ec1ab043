package ru.trenergram.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Together.atOnce;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.alerts.Alerts.Occasion;
import ru.trenergram.base.TimeMoved;
import ru.trenergram.support.Person;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.support.StaffBotTest;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** What super-admins hear of the platform's troubles, and how often. */
class AlertsIntegrationTest extends StaffBotTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Alerts alerts;

    @Autowired
    TransportWatch watch;

    @Autowired
    Messenger messenger;

    @Autowired
    JdbcClient jdbc;

    Person admin;
    Person englishAdmin;

    @BeforeEach
    void calm() {
        jdbc.sql("DELETE FROM alert").update();
        jdbc.sql("DELETE FROM alert_kind").update();
        jdbc.sql("DELETE FROM telegram_outbox WHERE dedupe_key LIKE 'alert:%'").update();
        admin = superadmin("ru");
        englishAdmin = superadmin("en");
    }

    @AfterEach
    void clean() {
        jdbc.sql("UPDATE telegram_connection SET lost_since = NULL, reason = NULL")
                .update();
        jdbc.sql("DELETE FROM telegram_outbox WHERE dedupe_key LIKE 'test-alerts:%'")
                .update();
    }

    /** A job that cannot do its work. */
    public static class Broken implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            throw new IllegalStateException("the secret of a person");
        }
    }

    @Test
    void a_job_that_fails_is_told_without_what_its_exception_says() throws Exception {
        application
                .getBean(Scheduler.class)
                .addJob(
                        JobBuilder.newJob(Broken.class)
                                .withIdentity("broken")
                                .storeDurably()
                                .build(),
                        true);
        QuartzJobs.run(application, "broken", () -> assertThat(told()).isNotZero());

        String alert = admin.sees("Фоновая задача не выполнилась");
        assertThat(alert).contains("broken (IllegalStateException)").doesNotContain("secret");
        englishAdmin.sees("A background job failed");
    }

    @Test
    void a_kind_is_told_once_an_hour_and_then_with_all_that_came_up() {
        raise("1", "одна");
        raise("2", "другая");
        raise("3", "другая");
        assertThat(told()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(59));
        alerts.tellWaiting();
        assertThat(told()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        alerts.tellWaiting();
        alerts.tellWaiting();

        admin.sees("12:00: одна");
        assertThat(admin.sees("другая")).contains("12:00 ×2: другая").doesNotContain("одна");
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void a_clock_that_goes_back_does_not_silence_a_kind() {
        Instant present = clock.instant();
        clock.advance(Duration.ofDays(1));
        raise("1", "одна");
        clock.moveTo(present);
        alerts.on(new TimeMoved());

        clock.advance(Duration.ofHours(1));
        raise("2", "другая");

        assertThat(told()).isEqualTo(2);
    }

    @Test
    void an_occasion_raised_by_many_at_once_is_told_once() throws Exception {
        atOnce(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(n -> () -> {
                    raise("the same", "одна");
                    return true;
                })
                .toList());
        clock.advance(Duration.ofHours(2));
        alerts.tellWaiting();

        assertThat(told()).isEqualTo(1);
    }

    @Test
    void a_queue_that_stands_still_is_told_after_a_while() {
        jdbc.sql("""
                        INSERT INTO telegram_outbox
                          (bot, chat_id, method, payload, dedupe_key, priority, not_before, retry_at, created_at)
                        VALUES ('MAIN', 77, 'sendMessage', '{}', 'test-alerts:stuck', 1, :now, :never, :now)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("never", Timestamp.from(Instant.parse("2099-01-01T00:00:00Z")))
                .update();
        clock.advance(Duration.ofMinutes(9));
        watch.look();
        assertThat(told()).isZero();

        clock.advance(Duration.ofMinutes(1));
        watch.look();
        watch.look();

        admin.sees("Очередь сообщений стоит");
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void a_connection_that_is_lost_and_comes_back_is_told_both_times() {
        lose(Bot.MAIN);
        watch.look();
        assertThat(told()).isZero();
        clock.advance(Duration.ofMinutes(3));
        watch.look();
        admin.sees("Бот потерял связь с Telegram");

        jdbc.sql("UPDATE telegram_connection SET lost_since = NULL, reason = NULL")
                .update();
        watch.look();
        watch.look();

        admin.sees("Бот снова на связи");
        englishAdmin.sees("A bot is back");
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void a_message_that_telegram_refuses_is_told() {
        messenger.send(
                Bot.STAFF,
                admin.telegramId(),
                Message.of("<b>не закрыто"),
                Priority.TRANSACTIONAL,
                "test-alerts:refused");
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("SELECT state FROM telegram_outbox WHERE dedupe_key = 'test-alerts:refused'")
                                .query(String.class)
                                .single())
                .isEqualTo("FAILED"));
        watch.look();

        admin.sees("Telegram не принял сообщения");
        clock.advance(Duration.ofHours(1));
        watch.look();
        assertThat(told()).isEqualTo(1);
    }

    private void raise(String occasion, String subject) {
        alerts.raise(AlertKind.JOB_FAILED, new Occasion(occasion, subject, clock.instant()));
    }

    private void lose(Bot bot) {
        jdbc.sql("""
                        INSERT INTO telegram_connection (bot, lost_since, reason) VALUES (:bot, :now, 'HTTP 502')
                        ON CONFLICT (bot) DO UPDATE SET lost_since = :now, reason = 'HTTP 502'
                        """)
                .param("bot", bot.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** How many alerts one super-admin was sent. */
    private int told() {
        return jdbc.sql("SELECT count(*) FROM telegram_outbox WHERE dedupe_key LIKE 'alert:%' AND chat_id = ?")
                .param(admin.telegramId())
                .query(Integer.class)
                .single();
    }
}
