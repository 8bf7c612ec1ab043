package ru.trenergram.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Together.atOnce;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.balances.Balances;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.security.Caller;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.TelegramPerson;
import ru.trenergram.trainers.RosterChange;
import ru.trenergram.users.Erasures;

/** Two accounts of one person become one. */
class MergeIntegrationTest extends MainBotTest {

    /** As {@code IntegrationTest} names them. */
    private static final long SUPERADMIN = 5_200_000_001L;

    @Autowired
    PeopleMerge merge;

    @Autowired
    Bookings bookings;

    @Autowired
    Erasures erasures;

    @Autowired
    Clubs clubs;

    @Autowired
    StaffMembers staff;

    @Autowired
    AuditLog audit;

    @Autowired
    Balances balances;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private Caller ada;

    @BeforeEach
    void begin() {
        var person = new TelegramPerson(SUPERADMIN, "Ада", null, null, "ru");
        ada = new Caller(users.seen(Bot.STAFF, person, null).userId(), SUPERADMIN);
    }

    @Test
    void the_one_that_stays_has_the_trainers_and_the_sessions_of_both() {
        Person trainer = trainer("Тренер", "ru");
        long other = id(trainer("Другой", "ru"));
        long from = id(client(trainer, "Вера", "ru"));
        long into = id(client(trainer, "Вера Новая", "ru"));
        roster.join(other, from);
        note(id(trainer), from, "левша");
        note(id(trainer), into, "утром");
        BookingInfo ahead = book(id(trainer), from, "2026-12-02T09:00:00Z");
        bookings.confirm(Actor.client(from), ahead.id(), ahead.version());

        assertThat(merge.hindrances(ada, from, into)).isEmpty();
        assertThat(merge.merge(ada, from, into)).isEmpty();

        assertThat(roster.trainersOf(into)).containsExactlyInAnyOrder(id(trainer), other);
        assertThat(roster.find(id(trainer), into).orElseThrow().note()).isEqualTo("утром\nлевша");
        BookingInfo moved = bookings.get(ahead.id());
        assertThat(moved.clientId()).isEqualTo(into);
        assertThat(moved.status()).isEqualTo(BookingStatus.CONFIRMED);
        bookings.cancel(Actor.client(into), moved.id(), moved.version(), null);
        assertThat(erasures.erasedAt(from)).isPresent();
        assertThat(audit.entries(AuditLog.Filter.of(Thing.USER, into), null, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.after()).isEqualTo(Map.of("merged_from", (int) from)));
    }

    @Test
    void what_is_known_of_both_is_not_forgotten() {
        long club = clubs.found("Лотос", "Москва", "Тверская, 1", MOSCOW, "FREE", id(somebody("Марина", "ru")));
        long from = id(somebody("Вера", "ru"));
        long into = id(somebody("Вера", "ru"));
        users.sharePhone(from, "79161234567");
        jdbc.sql("INSERT INTO club_member (club_id, name, phone, source, created_at) VALUES (?, ?, ?, 'IMPORT', now())")
                .params(club, "Вера", "+79161234567")
                .update();
        jdbc.sql("""
                        INSERT INTO telegram_outbox
                          (bot, chat_id, method, payload, dedupe_key, priority, not_before, created_at, state)
                        VALUES ('MAIN', 1, 'sendMessage', '{"text":"Вера"}', 'about Vera', 1, now(), now(), 'SENT')
                        """).update();

        merge.merge(ada, from, into);

        assertThat(users.get(into).phone()).isEqualTo("+79161234567");
        assertThat(jdbc.sql("SELECT count(*) FROM club_member WHERE phone = '+79161234567'")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("SELECT payload ->> 'text' FROM telegram_outbox WHERE dedupe_key = 'about Vera'")
                        .query(String.class)
                        .single())
                .isEqualTo("Вера");
    }

    @Test
    void money_stays_with_those_whom_it_names() {
        Person trainer = trainer("Тренер", "ru");
        Person paid = client(trainer, "Вера", "ru");
        long into = id(client(trainer, "Вера Новая", "ru"));
        Answer topUp = api.signedIn(trainer.telegramId(), "Тренер")
                .post(
                        "/users/trainer/" + trainer.telegramId() + "/client/" + paid.telegramId() + "/topup",
                        Map.of("amount", Map.of("amount", 100_000, "currency", "RUB")));
        assertThat(topUp.status()).isEqualTo(201);

        assertThat(merge.merge(ada, id(paid), into)).containsExactly("ledger");

        assertThat(roster.find(id(trainer), id(paid))).isPresent();
        assertThat(merge.merge(ada, into, id(paid))).as("the other way round").isEmpty();
    }

    @Test
    void money_that_is_just_being_entered_is_waited_for_and_stays() {
        Person trainer = trainer("Тренер", "ru");
        long trainerId = id(trainer);
        long paid = id(client(trainer, "Вера", "ru"));
        long into = id(client(trainer, "Вера Новая", "ru"));

        CompletableFuture<List<String>> merging = transactions.execute(entering -> {
            balances.topUp(trainerId, paid, Money.rubles(100_000), null);
            var meanwhile = CompletableFuture.supplyAsync(() -> merge.merge(ada, paid, into));
            await().until(this::somebodyWaits);
            return meanwhile;
        });

        assertThat(merging.join()).containsExactly("ledger");
        assertThat(roster.find(trainerId, paid)).isPresent();
        assertThat(erasures.erasedAt(paid)).isEmpty();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void what_cannot_be_moved_is_named_and_nothing_happens() {
        Person trainer = trainer("Тренер", "ru");
        long client = id(client(trainer, "Вера", "ru"));
        long owner = id(somebody("Марина", "ru"));
        long club = clubs.found("Лотос", "Москва", "Тверская, 1", MOSCOW, "FREE", owner);
        staff.add(club, client, StaffRole.READONLY);

        assertThat(merge.merge(ada, id(trainer), owner)).containsExactly("trainer");
        assertThat(merge.merge(ada, client, id(trainer))).containsExactlyInAnyOrder("own_trainer", "staff");
        assertThat(merge.merge(ada, owner, owner)).containsExactly("same");
        assertThat(merge.merge(ada, ada.userId(), owner)).containsExactly("superadmin");
        assertThat(erasures.erasedAt(client)).isEmpty();
    }

    @Test
    void of_many_who_do_it_at_once_one_has_done_it() throws Exception {
        Person trainer = trainer("Тренер", "ru");
        long from = id(client(trainer, "Вера", "ru"));
        long into = id(somebody("Вера Новая", "ru"));
        Callable<List<String>> deed = () -> merge.merge(ada, from, into);

        List<List<String>> done = atOnce(Stream.generate(() -> deed).limit(4).toList());

        assertThat(done).containsOnlyOnce(List.of());
        assertThat(done).filteredOn(it -> !it.isEmpty()).containsOnly(List.of("erased"));
        assertThat(roster.trainersOf(into)).containsExactly(id(trainer));
    }

    @Test
    void only_super_admins_do_it() {
        Person vera = somebody("Вера", "ru");
        Caller stranger = new Caller(id(vera), vera.telegramId());

        assertThatThrownBy(() -> merge.hindrances(stranger, id(vera), ada.userId()))
                .hasMessage("not_found");
        assertThatThrownBy(() -> merge.merge(stranger, id(vera), ada.userId())).hasMessage("not_found");
    }

    private BookingInfo book(long trainer, long client, String startsAt) {
        return bookings.create(Actor.trainer(trainer), NewBooking.at(trainer, client, Instant.parse(startsAt)));
    }

    private void note(long trainer, long client, String words) {
        int version = roster.find(trainer, client).orElseThrow().version();
        roster.change(trainer, client, new RosterChange(words, null, false, version));
    }
}
