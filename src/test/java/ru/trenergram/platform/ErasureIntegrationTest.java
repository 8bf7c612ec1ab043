package ru.trenergram.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;
import static ru.trenergram.support.Together.atOnce;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.PersonalData;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.security.Caller;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.TelegramPerson;
import ru.trenergram.trainers.RosterChange;
import ru.trenergram.users.ProfileChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything about somebody in a copy, and nothing of it left (PRODUCT.md, "Identity and roles"). */
class ErasureIntegrationTest extends MainBotTest {

    /** As {@code IntegrationTest} names them. */
    private static final long SUPERADMIN = 5_200_000_001L;

    private static final String NOTE = "любит васильки";
    private static final String COMMENT = "аванс за незабудки";
    private static final String BOOKING_NOTE = "взять маргаритки";
    private static final String REASON = "зацвели лютики";
    private static final String RECORD = "дарит ирисы";
    private static final String QUESTION = "где мои ландыши";

    @Autowired
    PeopleData data;

    @Autowired
    Bookings bookings;

    @Autowired
    Clubs clubs;

    @Autowired
    StaffMembers staff;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<PersonalData> modules;

    private Caller ada;

    @BeforeEach
    void begin() {
        var person = new TelegramPerson(SUPERADMIN, "Ада", null, null, "ru");
        ada = new Caller(users.seen(Bot.STAFF, person, null).userId(), SUPERADMIN);
    }

    /** Found in the whole database: what names a person must be answered for by the module whose it is. */
    @Test
    void every_table_that_names_people_is_answered_for() {
        Set<String> naming = new TreeSet<>(jdbc.sql("""
                        SELECT DISTINCT conrelid::regclass::text FROM pg_constraint
                        WHERE contype = 'f' AND confrelid IN ('users'::regclass, 'trainer'::regclass)
                        UNION
                        SELECT table_name FROM information_schema.columns
                        WHERE table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public')
                          AND column_name ~ '^((user|client|trainer|telegram|chat|actor|applicant|staff)_id|.*_by(_user)?)$'
                          AND data_type IN ('bigint', 'integer')
                        """).query(String.class).list());
        naming.removeIf(table -> table.startsWith("simulator_")); // which stands for Telegram itself

        Set<String> answered =
                modules.stream().flatMap(module -> module.tables().stream()).collect(Collectors.toSet());
        naming.removeAll(answered);

        assertThat(naming).as("tables that no PersonalData answers for").isEmpty();
        assertThat(answered)
                .isSubsetOf(jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                        .query(String.class)
                        .set());
    }

    @Test
    void a_copy_holds_everything_and_of_the_erased_nothing_is_left() throws Exception {
        Story story = story("Клеопатра");
        JsonNode copy = copy(story.client);
        assertThat(copy.path("profile").get(0).path("first_name").asString()).isEqualTo("Клеопатра");
        assertThat(copy.toString()).contains(NOTE, COMMENT, BOOKING_NOTE, REASON, QUESTION, RECORD);
        assertThat(copy.path("sessions_as_client")).hasSize(2);
        assertThat(copy.path("support_requests")).hasSize(1);
        String phone = users.get(story.client).phone();

        assertThat(data.erase(ada, story.client)).isTrue();
        // what was just being said is heard, and goes out, first
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (String word : List.of(
                    "Клеопатра", String.valueOf(phone), NOTE, COMMENT, BOOKING_NOTE, REASON, QUESTION, RECORD)) {
                assertThat(tablesWith(word)).as(word).isEmpty();
            }
        });
        assertThat(tablesWith(Long.toString(story.telegramId)))
                .as("the Telegram id")
                .isEmpty();
    }

    @Test
    void what_lay_ahead_is_cancelled_and_the_other_side_hears_it() throws Exception {
        Story story = story("Зинаида");

        data.erase(ada, story.client);

        assertThat(bookings.get(story.ahead.id()).status()).isEqualTo(BookingStatus.CANCELLED);
        story.trainer.sees("Удалённый аккаунт");
        assertThat(roster.find(id(story.trainer), story.client)).isEmpty();
    }

    @Test
    void the_ledger_keeps_ids_and_sums() throws Exception {
        Story story = story("Фаина");
        long sum = balance(story);

        data.erase(ada, story.client);

        assertThat(sum).isEqualTo(100_000);
        assertThat(balance(story)).isEqualTo(sum);
        assertThat(copy(story.client).path("ledger_as_client")).hasSize(1);
    }

    @Test
    void of_a_trainer_the_links_are_dead_and_the_clients_are_told() {
        Person trainer = trainer("Глафира", "ru");
        Person client = client(trainer, "Клим", "ru");
        long trainerId = id(trainer);
        BookingInfo ahead = book(trainerId, id(client), "2026-12-02T09:00:00Z", null);
        bookings.confirm(Actor.client(id(client)), ahead.id(), ahead.version());
        String link = "/start trainer_" + trainer.telegramId();

        data.erase(ada, trainerId);

        assertThat(bookings.get(ahead.id()).status()).isEqualTo(BookingStatus.CANCELLED);
        client.sees("Удалённый аккаунт");
        Person late = somebody("Пётр", "ru");
        late.sends(link);
        late.sees(text("join.dead_link"));
        assertThat(trainers.get(trainerId).listed()).isFalse();
    }

    @Test
    void who_comes_back_is_somebody_new_and_the_former_token_is_worth_nothing() {
        Person vera = somebody("Вера", "ru");
        Api.Client phone = api.signedIn(vera.telegramId(), "Вера");
        long before = id(vera);

        data.erase(ada, before);

        assertThat(phone.get("/users/me").code()).isEqualTo("unauthorized");
        vera.sends("/start");
        vera.sees(text("welcome.new"));
        assertThat(id(vera)).isNotEqualTo(before);
        assertThat(api.signedIn(vera.telegramId(), "Вера").get("/users/me").status())
                .isEqualTo(200);
    }

    @Test
    void the_only_owner_of_a_club_stays_until_there_is_another() {
        long owner = id(somebody("Марина", "ru"));
        long club = clubs.found("Лотос", "Москва", "Тверская, 1", MOSCOW, "FREE", owner);

        assertRefused(ErrorCode.LAST_OWNER, () -> data.erase(ada, owner));
        assertThat(users.get(owner).person().firstName()).isEqualTo("Марина");

        staff.add(club, id(somebody("Олег", "ru")), StaffRole.OWNER);
        assertThat(data.erase(ada, owner)).isTrue();
        assertThat(staff.memberships(owner)).isEmpty();
    }

    @Test
    void of_many_who_do_it_at_once_one_has_done_it() throws Exception {
        long vera = id(somebody("Вера", "ru"));
        Callable<Boolean> erase = () -> data.erase(ada, vera);

        assertThat(atOnce(Stream.generate(() -> erase).limit(6).toList())).containsOnlyOnce(true);

        assertThat(audit.entries(AuditLog.Filter.of(Thing.USER, vera), null, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.after()).isEqualTo(Map.of("erased", true)));
    }

    @Test
    void only_super_admins_do_it_and_never_to_one_of_them() {
        Person vera = somebody("Вера", "ru");
        Caller stranger = new Caller(id(vera), vera.telegramId());

        assertRefused(ErrorCode.NOT_FOUND, () -> data.erase(stranger, ada.userId()));
        assertRefused(ErrorCode.NOT_FOUND, () -> data.export(stranger, id(vera), new ByteArrayOutputStream()));
        assertRefused(ErrorCode.NOT_FOUND, () -> data.erase(ada, Long.MAX_VALUE));
        assertRefused(ErrorCode.FORBIDDEN, () -> data.erase(ada, ada.userId()));
    }

    private record Story(Person trainer, long client, long telegramId, BookingInfo ahead) {}

    /** Somebody of whom there are words in many places. */
    private Story story(String name) throws Exception {
        supportChat();
        Person trainer = trainer("Тренер", "ru");
        Person person = client(trainer, name, "ru");
        long client = id(person);
        long trainerId = id(trainer);
        users.changeProfile(client, new ProfileChange(null, null, "+" + person.phone(), null, null));
        var entry = roster.find(trainerId, client).orElseThrow();
        roster.change(trainerId, client, new RosterChange(NOTE, null, false, entry.version()));
        Answer money = api.signedIn(trainer.telegramId(), "Тренер")
                .post(
                        "/users/trainer/" + trainer.telegramId() + "/client/" + person.telegramId() + "/topup",
                        Map.of("amount", Map.of("amount", 100_000, "currency", "RUB"), "comment", COMMENT));
        assertThat(money.status()).as(money.toString()).isEqualTo(201);
        BookingInfo given = book(trainerId, client, "2026-12-03T09:00:00Z", BOOKING_NOTE);
        bookings.cancel(Actor.client(client), given.id(), given.version(), REASON);
        BookingInfo ahead = book(trainerId, client, "2026-12-02T09:00:00Z", BOOKING_NOTE);
        bookings.confirm(Actor.client(client), ahead.id(), ahead.version());
        trainer.sees(name);
        long club = clubs.found("Лотос", "Москва", "Тверская, 1", MOSCOW, "FREE", trainerId);
        jdbc.sql("""
                        INSERT INTO club_member (club_id, user_id, name, phone, note, tags, source, created_at)
                        VALUES (?, ?, ?, ?, ?, ARRAY[?], 'STAFF', ?)
                        """)
                .params(club, client, name, "+" + person.phone(), RECORD, RECORD, Timestamp.from(clock.instant()))
                .update();
        person.sends("/support");
        person.sees(text("support.ask"));
        person.sends(QUESTION);
        person.sees(text("support.passed_on"));
        return new Story(trainer, client, person.telegramId(), ahead);
    }

    private BookingInfo book(long trainer, long client, String startsAt, @Nullable String note) {
        NewBooking wish = new NewBooking(trainer, client, Instant.parse(startsAt), null, null, note, null);
        return bookings.create(Actor.trainer(trainer), wish);
    }

    private JsonNode copy(long userId) {
        var file = new ByteArrayOutputStream();
        data.export(ada, userId, file);
        return JsonMapper.shared().readTree(file.toByteArray());
    }

    private long balance(Story story) {
        return jdbc.sql("SELECT amount FROM balance WHERE trainer_id = ? AND client_id = ?")
                .params(id(story.trainer), story.client)
                .query(Long.class)
                .single();
    }

    /** The tables in whose rows a word stands, as text or as bytes. */
    private List<String> tablesWith(String word) {
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        for (String table : jdbc.sql("""
                        SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'simulator%'
                        """).query(String.class).list()) {
            long rows = jdbc.sql("SELECT count(*) FROM \"" + table
                            + "\" t WHERE strpos(t::text, :word) > 0 OR strpos(t::text, :bytes) > 0")
                    .param("word", word)
                    .param("bytes", bytes)
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private static void assertRefused(ErrorCode code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
