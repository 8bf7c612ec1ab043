package ru.trenergram.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ru.trenergram.base.Money;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Person;
import ru.trenergram.support.Together;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** The database goes away and comes back, while people and bots go on. */
@IntegrationTest
class OutageIntegrationTest {

    private static final long TRAINER = 7_100_000_001L;
    private static final long CLIENT = 7_100_000_002L;
    private static final String TOP_UP = "/users/trainer/" + TRAINER + "/client/" + CLIENT + "/topup";
    private static final Map<String, Object> ONE_RUBLE = Map.of("amount", Map.of("amount", 100, "currency", "RUB"));

    private static final StoppableServer SERVER = StoppableServer.forTheWholeRun();

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Users users;

    @Autowired
    Trainers trainers;

    @Autowired
    Roster roster;

    private Api.Client phone;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", SERVER::jdbcUrl);
    }

    @BeforeEach
    void a_trainer_and_their_client() {
        clock.moveTo(MovableClock.START);
        phone = api.signedIn(TRAINER, "Борис");
        api.signedIn(CLIENT, "Анна");
        long trainer = users.byTelegramId(TRAINER).id();
        if (trainers.find(trainer).isEmpty()) {
            trainers.register(trainer, Money.rubles(250_000), 60, ZoneId.of("Europe/Moscow"), null);
            roster.join(trainer, users.byTelegramId(CLIENT).id());
        }
    }

    @Test
    void while_it_is_gone_everybody_is_told_so_and_then_everything_goes_on() throws Exception {
        Person anna = Person.named("Анна", "ru", api);
        anna.sends("/start");
        anna.sees("Здравствуйте");

        SERVER.stop();
        try {
            everybodyIsTold();
        } finally {
            SERVER.start();
        }

        backAgain();
        assertThat(phone.get("/users/me").status()).isEqualTo(200);
        anna.sends("/start");
        anna.sees("Здравствуйте");
    }

    @Test
    void money_that_is_on_its_way_when_it_goes_is_entered_once() throws Exception {
        int before = phone.get(ledger()).json().path("items").size();
        Map<String, Integer> statuses = new ConcurrentHashMap<>();
        try (var phones = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 60; i++) {
                String key = "key " + i;
                phones.submit(() -> statuses.put(
                        key, phone.write("POST", TOP_UP, ONE_RUBLE, key).status()));
            }
            await().until(() -> statuses.size() > 10);
            SERVER.stop();
            try {
                await().until(() -> statuses.containsValue(503));
            } finally {
                SERVER.start();
            }
        }
        backAgain();

        assertThat(statuses.values()).containsOnly(201, 503);
        for (String key : statuses.keySet()) {
            assertThat(phone.write("POST", TOP_UP, ONE_RUBLE, key).status()).isEqualTo(201);
        }
        assertThat(phone.get(ledger()).json().path("items").size() - before).isEqualTo(60);
    }

    @Test
    void while_it_hangs_nobody_waits_for_it_longer_than_seconds() throws Exception {
        SERVER.freeze();
        try {
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true); // connections just used are not looked at
            everybodyIsTold();
        } finally {
            SERVER.thaw();
        }
        backAgain();
    }

    private void everybodyIsTold() throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>(List.of(
                () -> phone.get("/users/me"),
                () -> phone.put("/users/profile", Map.of("first_name", "Борис")),
                () -> phone.write("PUT", "/users/profile", Map.of("first_name", "Борис"), null),
                () -> phone.post(TOP_UP, ONE_RUBLE),
                () -> api.nobody().get("/clubs"),
                () -> api.nobody().post("/auth/telegram", Map.of("init_data", api.initData(TRAINER, "Борис")))));
        IntStream.range(0, 20).forEach(i -> calls.add(() -> phone.get("/users/me")));
        List<Answer> answers = Together.atOnce(calls);

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.json().path("detail").asString())
                    .isEqualTo("Сервис сейчас недоступен. Попробуйте через минуту.");
        });
        assertThat(api.page("/health").statusCode()).isEqualTo(503);
    }

    private void backAgain() {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(api.page("/health").statusCode()).isEqualTo(200));
    }

    private static String ledger() {
        return "/users/trainer/" + TRAINER + "/client/" + CLIENT + "/ledger?limit=200";
    }
}
