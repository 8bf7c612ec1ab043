package ru.trenergram.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.audit.AuditLog.Filter;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.Facts;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** Every change of money and settings is written down: who, when, from what to what. */
@IntegrationTest
class AuditIntegrationTest {

    private static final AtomicLong IDS = new AtomicLong(7_300_000_000L);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Autowired
    AuditLog audit;

    @Autowired
    Api api;

    @Autowired
    Users users;

    @Autowired
    Trainers trainers;

    @Autowired
    Clubs clubs;

    @Autowired
    StaffMembers staffMembers;

    @Autowired
    ClubTrainers clubTrainers;

    @Autowired
    Roster roster;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    private long telegramId;
    private long trainer;
    private Api.Client phone;

    @BeforeEach
    void a_trainer() {
        clock.moveTo(MovableClock.START);
        telegramId = IDS.incrementAndGet();
        phone = api.signedIn(telegramId, "Борис");
        trainer = users.byTelegramId(telegramId).id();
        trainers.register(trainer, Money.rubles(250_000), 60, MOSCOW, null);
    }

    @Test
    void a_change_of_settings_keeps_the_fields_that_changed_and_who_changed_them() {
        settings(Map.of("price", Map.of("amount", 300_000, "currency", "RUB"), "session_minutes", 60, "version", 0));

        AuditEntry entry = newest();
        assertThat(entry.what()).isEqualTo(Thing.TRAINER_SETTINGS);
        assertThat(entry.thingId()).isEqualTo(Long.toString(trainer));
        assertThat(entry.side()).isEqualTo(Side.TRAINER);
        assertThat(entry.actorId()).isEqualTo(trainer);
        assertThat(entry.at()).isEqualTo(MovableClock.START);
        assertThat(entry.before()).isEqualTo(Map.of("price", 250_000));
        assertThat(entry.after()).isEqualTo(Map.of("price", 300_000));
    }

    @Test
    void what_somebody_wrote_about_themselves_is_not_kept_only_that_it_changed() {
        settings(Map.of("about", "Готовлю к марафону", "version", 0));
        settings(Map.of("about", "", "version", 1));

        assertThat(entries())
                .extracting(AuditEntry::before)
                .containsExactly(Map.of("about", Map.of("characters", 18)), Map.of());
        assertThat(entries())
                .extracting(AuditEntry::after)
                .containsExactly(Map.of(), Map.of("about", Map.of("characters", 18)));
    }

    @Test
    void a_change_that_changes_nothing_or_was_refused_leaves_no_trace() {
        settings(Map.of("session_minutes", 60, "version", 0));
        assertThat(phone.put("/users/trainer/" + telegramId + "/settings", Map.of("listed", false, "version", 7))
                        .status())
                .isEqualTo(409);

        assertThat(entries()).isEmpty();
    }

    @Test
    void working_hours_are_compared_day_by_day() {
        ok(phone.post("/slots/rules", Map.of("weekday", 1, "from", "09:00", "to", "13:00")));
        Answer second = ok(phone.post("/slots/rules", Map.of("weekday", 1, "from", "15:00", "to", "24:00")));
        ok(phone.delete("/slots/rules/" + second.json().path("id").asString()));
        ok(phone.put("/slots/rules", Map.of("rules", List.of(), "version", 3)));

        assertThat(entries()).allSatisfy(entry -> assertThat(entry.what()).isEqualTo(Thing.WORKING_WEEK));
        assertThat(entries())
                .extracting(AuditEntry::after)
                .containsExactly(
                        Map.of(),
                        Map.of("monday", List.of("09:00-13:00")),
                        Map.of("monday", List.of("09:00-13:00", "15:00-24:00")),
                        Map.of("monday", List.of("09:00-13:00")));
        assertThat(newest().before()).isEqualTo(Map.of("monday", List.of("09:00-13:00")));
    }

    @Test
    void exceptions_and_blocked_time_are_kept_from_their_making_to_their_end() {
        String off = id(phone.post(
                "/slots/exceptions",
                Map.of("kind", "off", "date_from", "2026-12-24", "date_to", "2026-12-26", "reason", "Отпуск")));
        ok(phone.put(
                "/slots/exceptions/" + off,
                Map.of("kind", "off", "date_from", "2026-12-24", "date_to", "2026-12-27", "reason", "Отпуск")));
        ok(phone.delete("/slots/exceptions/" + off));
        String block = id(phone.post(
                "/slots/blocks",
                Map.of("starts_at", "2026-12-05T10:00:00+03:00", "ends_at", "2026-12-05T11:00:00+03:00")));
        ok(phone.delete("/slots/blocks/" + block));

        List<AuditEntry> exception = audit.entries(Filter.of(Thing.WORKING_EXCEPTION, off), null, 10);
        assertThat(exception)
                .extracting(AuditEntry::after)
                .containsExactly(
                        Map.of(),
                        Map.of("date_to", "2026-12-27"),
                        Map.of(
                                "kind",
                                "OFF",
                                "date_from",
                                "2026-12-24",
                                "date_to",
                                "2026-12-26",
                                "reason",
                                Map.of("characters", 6)));
        assertThat(audit.entries(Filter.of(Thing.BLOCKED_TIME, block), null, 10))
                .extracting(AuditEntry::before)
                .containsExactly(
                        Map.of("starts_at", "2026-12-05T07:00:00Z", "ends_at", "2026-12-05T08:00:00Z"), Map.of());
    }

    @Test
    void money_that_a_trainer_enters_is_kept_without_their_words() {
        long client = client();

        ok(phone.post(money("topup"), Map.of("amount", rubles(100_000), "comment", "Наличные")));
        ok(phone.post(money("adjustment"), Map.of("amount", rubles(-30_000), "reason", "Ошибка")));

        AuditEntry entry = newest();
        assertThat(entry.what()).isEqualTo(Thing.LEDGER_ENTRY);
        assertThat(entry.before()).isEqualTo(Map.of("balance", 100_000));
        assertThat(entry.after())
                .isEqualTo(Map.of("kind", "ADJUSTMENT", "amount", -30_000, "balance", 70_000, "client_id", (Object)
                        (int) client));
        assertThat(entries()).hasSize(2);
    }

    @Test
    void what_a_trainer_notes_about_a_client_is_kept_without_the_note() {
        long client = client();

        ok(phone.put(
                "/users/trainer/" + telegramId + "/clients/" + clientTelegramId,
                Map.of("note", "Колено", "price", rubles(200_000), "archived", false, "version", 0)));

        AuditEntry entry = newest();
        assertThat(entry.what()).isEqualTo(Thing.ROSTER_ENTRY);
        assertThat(entry.thingId()).isEqualTo(trainer + "/" + client);
        assertThat(entry.before()).isEmpty();
        assertThat(entry.after()).isEqualTo(Map.of("price", 200_000, "note", Map.of("characters", 6)));
    }

    @Test
    void a_club_has_the_changes_of_its_staff_trainers_and_locations() {
        long owner = users.byTelegramId(signedUp()).id();
        long club = clubs.found("Атлант", "Москва", "Тверская, 1", MOSCOW, "PRO", owner);
        staffMembers.add(club, trainer, StaffRole.READONLY);
        staffMembers.add(club, trainer, StaffRole.MANAGER);
        clubs.addLocation(club, "Зал", "Тверская, 1");
        clubTrainers.apply(club, trainer);
        clubTrainers.approve(owner, club, trainer);

        List<AuditEntry> entries = audit.entries(Filter.ofClub(club), null, 10);
        assertThat(entries)
                .extracting(AuditEntry::what)
                .containsExactly(
                        Thing.CLUB_TRAINER,
                        Thing.CLUB_TRAINER,
                        Thing.LOCATION,
                        Thing.STAFF_MEMBER,
                        Thing.STAFF_MEMBER,
                        Thing.STAFF_MEMBER,
                        Thing.CLUB);
        assertThat(entries.getFirst().actorId()).isEqualTo(owner);
        assertThat(entries.getFirst().side()).isEqualTo(Side.STAFF);
        assertThat(entries.get(3).before()).isEqualTo(Map.of("role", "READONLY"));
        assertThat(entries.get(3).after()).isEqualTo(Map.of("role", "MANAGER"));
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended_also_among_changes_of_one_moment() {
        for (int version = 0; version < 5; version++) {
            settings(Map.of("session_minutes", 65 + 5 * version, "version", version));
        }

        List<Object> minutes = new ArrayList<>();
        for (AuditLog.Key after = null; ; ) {
            List<AuditEntry> page = audit.entries(Filter.ofActor(trainer), after, 2);
            page.forEach(
                    entry -> minutes.add(Objects.requireNonNull(entry.after().get("session_minutes"))));
            if (page.size() < 2) {
                break;
            }
            after = page.getLast().key();
        }

        assertThat(minutes).containsExactly(85, 80, 75, 70, 65);
    }

    @Test
    void a_period_is_looked_at_by_itself() {
        settings(Map.of("session_minutes", 70, "version", 0));
        clock.advance(Duration.ofMinutes(5));
        settings(Map.of("session_minutes", 80, "version", 1));
        clock.advance(Duration.ofMinutes(5));
        settings(Map.of("session_minutes", 90, "version", 2));

        var middle = new Filter(
                null,
                null,
                trainer,
                null,
                MovableClock.START.plus(Duration.ofMinutes(5)),
                MovableClock.START.plus(Duration.ofMinutes(10)));
        assertThat(audit.entries(middle, null, 10))
                .singleElement()
                .extracting(AuditEntry::after)
                .isEqualTo(Map.of("session_minutes", 80));
    }

    @Test
    void what_is_rolled_back_was_not_changed_and_nothing_is_written_outside_a_transaction() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.publishEvent(price(1, 2));
            status.setRollbackOnly();
        });

        assertThat(entries()).isEmpty();
        assertThatThrownBy(() -> events.publishEvent(price(1, 2))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE audit_entry SET actor_id = NULL", "DELETE FROM audit_entry", "TRUNCATE audit_entry"})
    void nothing_that_was_written_down_can_be_changed(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    private Changed price(long before, long after) {
        return Changed.byTrainer(
                trainer,
                Thing.TRAINER_SETTINGS,
                trainer,
                Facts.none().with("price", before),
                Facts.none().with("price", after));
    }

    private long signedUp() {
        long id = IDS.incrementAndGet();
        api.signedIn(id, "Марина");
        return id;
    }

    private @Nullable Long clientTelegramId;

    private long client() {
        clientTelegramId = signedUp();
        long client = users.byTelegramId(clientTelegramId).id();
        roster.join(trainer, client);
        return client;
    }

    private String money(String kind) {
        return "/users/trainer/" + telegramId + "/client/" + clientTelegramId + "/" + kind;
    }

    private static Map<String, Object> rubles(long amount) {
        return Map.of("amount", amount, "currency", "RUB");
    }

    private void settings(Map<String, Object> change) {
        ok(phone.put("/users/trainer/" + telegramId + "/settings", change));
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private static String id(Answer answer) {
        return ok(answer).json().path("id").asString();
    }

    private List<AuditEntry> entries() {
        return audit.entries(Filter.ofActor(trainer), null, 100);
    }

    private AuditEntry newest() {
        return entries().getFirst();
    }
}
