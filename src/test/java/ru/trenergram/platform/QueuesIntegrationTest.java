package ru.trenergram.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.platform.FailedEvents.FailedEvent;
import ru.trenergram.platform.PeriodicJobs.JobRow;
import ru.trenergram.security.Caller;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.OutboxDesk.Filter;
import ru.trenergram.telegram.spi.OutboxDesk.GivenUp;
import ru.trenergram.telegram.spi.OutboxDesk.State;
import ru.trenergram.telegram.spi.TelegramPerson;

/** Messages that were given up, events that nobody heard, and the jobs. */
class QueuesIntegrationTest extends MainBotTest {

    /** As {@code IntegrationTest} names them. */
    private static final long SUPERADMIN = 5_200_000_001L;

    private static final Filter ALL = new Filter(null, null);

    @Autowired
    Messages messages;

    @Autowired
    FailedEvents events;

    @Autowired
    PeriodicJobs jobs;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext application;

    private Caller ada;

    @BeforeEach
    void begin() {
        var person = new TelegramPerson(SUPERADMIN, "Ада", null, null, "ru");
        ada = new Caller(users.seen(Bot.STAFF, person, null).userId(), SUPERADMIN);
        jdbc.sql("UPDATE telegram_outbox SET state = 'SKIPPED' WHERE state IN ('FAILED', 'UNKNOWN')")
                .update();
        jdbc.sql("DELETE FROM event_given_up").update();
        jdbc.sql("DELETE FROM event_publication WHERE status = 'FAILED'").update();
    }

    @Test
    void a_message_that_telegram_refused_is_sent_again_once() {
        Person anna = somebody("Анна", "ru");
        long id = givenUp(anna, State.FAILED, "Первое");

        assertThat(messages.givenUp(ada, ALL, null, 10)).singleElement().satisfies(row -> {
            assertThat(row.words()).isEqualTo("Первое");
            assertThat(row.reason()).isEqualTo("Bad Request");
        });
        assertThat(messages.retry(ada, List.of(id))).isEqualTo(1);

        anna.sees("Первое");
        assertThat(messages.retry(ada, List.of(id))).as("it has arrived").isZero();
        assertThat(messages.countGivenUp(ada, ALL)).isZero();
        assertThat(audit.entries(AuditLog.Filter.of(Thing.MESSAGE, id), null, 10))
                .hasSize(1);
    }

    @Test
    void what_is_dropped_is_neither_listed_nor_sent() {
        Person anna = somebody("Анна", "ru");
        long id = givenUp(anna, State.UNKNOWN, "Второе");

        assertThat(messages.drop(ada, List.of(id))).isEqualTo(1);

        assertThat(messages.givenUp(ada, ALL, null, 10)).isEmpty();
        assertThat(messages.retry(ada, List.of(id))).isZero();
    }

    @Test
    void they_are_paged_by_key_filtered_and_done_all_at_once() {
        Person anna = somebody("Анна", "ru");
        for (int i = 0; i < 5; i++) {
            givenUp(anna, i % 2 == 0 ? State.FAILED : State.UNKNOWN, "Письмо " + i);
        }
        var unknown = new Filter(Bot.MAIN, State.UNKNOWN);

        List<GivenUp> first = messages.givenUp(ada, ALL, null, 2);
        List<GivenUp> second = messages.givenUp(ada, ALL, first.getLast().id(), 2);

        assertThat(first).extracting(GivenUp::words).containsExactly("Письмо 4", "Письмо 3");
        assertThat(second).extracting(GivenUp::words).containsExactly("Письмо 2", "Письмо 1");
        assertThat(messages.countGivenUp(ada, unknown)).isEqualTo(2);
        assertThat(messages.givenUp(ada, new Filter(Bot.STAFF, null), null, 10)).isEmpty();
        assertThat(messages.dropAll(ada, unknown)).isEqualTo(2);
        assertThat(messages.retryAll(ada, ALL)).isEqualTo(3);
        anna.sees("Письмо 0");
        anna.sees("Письмо 4");
    }

    @Test
    void what_was_forgotten_with_somebody_is_not_sent_again() {
        Person anna = somebody("Анна", "ru");
        long id = givenUp(anna, State.FAILED, "Третье");
        jdbc.sql("UPDATE telegram_outbox SET forget = true, payload = '{}' WHERE id = ?")
                .param(id)
                .update();

        assertThat(messages.retry(ada, List.of(id))).isZero();

        assertThat(messages.givenUp(ada, ALL, null, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.forgotten()).isTrue());
    }

    @Test
    void the_lanes_count_what_stands_where() {
        givenUp(somebody("Анна", "ru"), State.FAILED, "Четвёртое");

        assertThat(messages.lanes(ada))
                .filteredOn(lane -> lane.state() == State.FAILED)
                .singleElement()
                .satisfies(lane -> {
                    assertThat(lane.messages()).isEqualTo(1);
                    assertThat(lane.oldest()).isEqualTo(clock.instant());
                });
    }

    @Test
    void the_bots_say_when_they_last_heard_and_sent() {
        Person anna = somebody("Анна", "ru");
        anna.sends("/help");
        anna.sees(text("help.client"));

        assertThat(messages.bots(ada))
                .filteredOn(bot -> bot.bot() == Bot.MAIN)
                .singleElement()
                .satisfies(bot -> {
                    assertThat(bot.lastUpdate()).contains(clock.instant());
                    assertThat(bot.lastSent()).contains(clock.instant());
                    assertThat(bot.lost()).isEmpty();
                });
    }

    @Test
    void an_event_that_was_given_up_is_told_again_and_reaches_its_listener() {
        Person trainer = trainer("Тренер", "ru");
        Person anna = somebody("Анна", "ru");
        UUID id = givenUpEvent(trainer, anna);
        assertThat(events.list(ada)).singleElement().satisfies(event -> {
            assertThat(event.givenUp()).isTrue();
            assertThat(event.type()).isEqualTo("ClientJoined");
            assertThat(event.listener()).isEqualTo("OnboardingMessages.on");
        });

        assertThat(events.retry(ada, Set.of(id))).isEqualTo(1);

        trainer.sees("Анна");
        await().untilAsserted(() -> assertThat(events.list(ada)).isEmpty());
    }

    @Test
    void an_event_that_is_dropped_is_gone() {
        UUID id = givenUpEvent(trainer("Тренер", "ru"), somebody("Анна", "ru"));

        assertThat(events.drop(ada, Set.of(id))).isEqualTo(1);

        assertThat(events.drop(ada, Set.of(id))).isZero();
        assertThat(events.list(ada)).extracting(FailedEvent::id).isEmpty();
    }

    @Test
    void a_job_runs_when_it_is_told_to_and_its_failures_are_counted() throws Exception {
        jdbc.sql("INSERT INTO alert (kind, occasion, subject, happened_at) VALUES ('JOB_FAILED', ?, ?, ?)")
                .params("watch-transport:" + UUID.randomUUID(), "watch-transport (X)", Timestamp.from(clock.instant()))
                .update();

        jobs.run(ada, "watch-transport");

        QuartzJobs.run(
                application,
                "watch-transport",
                () -> assertThat(row("watch-transport").failures()).isNotNull());
        assertThat(row("watch-transport").failures().reason()).isEqualTo("watch-transport (X)");
        assertThat(audit.entries(AuditLog.Filter.of(Thing.JOB, "watch-transport"), null, 10))
                .hasSize(1);
        assertRefused(() -> jobs.run(ada, "no-such-job"));
    }

    @Test
    void nobody_else_sees_or_does_any_of_it() {
        Person anna = somebody("Анна", "ru");
        Caller stranger = new Caller(id(anna), anna.telegramId());

        assertRefused(() -> messages.lanes(stranger));
        assertRefused(() -> messages.bots(stranger));
        assertRefused(() -> messages.givenUp(stranger, ALL, null, 1));
        assertRefused(() -> messages.retry(stranger, List.of()));
        assertRefused(() -> messages.dropAll(stranger, ALL));
        assertRefused(() -> events.list(stranger));
        assertRefused(() -> events.retry(stranger, Set.of()));
        assertRefused(() -> events.drop(stranger, Set.of()));
        assertRefused(() -> jobs.list(stranger));
        assertRefused(() -> jobs.run(stranger, "watch-transport"));
    }

    private JobRow row(String job) {
        return jobs.list(ada).stream()
                .filter(row -> row.name().equals(job))
                .findFirst()
                .orElseThrow();
    }

    private long givenUp(Person to, State state, String words) {
        return jdbc.sql("""
                        INSERT INTO telegram_outbox
                          (bot, chat_id, method, payload, dedupe_key, priority, not_before, created_at, claimed_at, state, error)
                        VALUES ('MAIN', :chat, 'sendMessage', json_build_object('chat_id', :chat, 'text', :words::text), :key, 1,
                          :now, :now, :now, :state, 'Bad Request')
                        RETURNING id
                        """)
                .param("chat", to.telegramId())
                .param("words", words)
                .param("key", UUID.randomUUID().toString())
                .param("now", Timestamp.from(clock.instant()))
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    private UUID givenUpEvent(Person trainer, Person client) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO event_given_up
                            (id, listener_id, event_type, serialized_event, publication_date, given_up_at)
                        VALUES (?, ?, 'ru.trenergram.trainers.ClientJoined', ?, ?, ?)
                        """)
                .params(
                        id,
                        "ru.trenergram.notifications.OnboardingMessages.on(ru.trenergram.trainers.ClientJoined)",
                        "{\"trainer_id\":%d,\"client_id\":%d,\"at\":\"%s\"}"
                                .formatted(id(trainer), id(client), clock.instant()),
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    private static void assertRefused(Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
