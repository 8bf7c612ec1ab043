package ru.trenergram.balances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.balances.Practice.sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.balances.Practice.Somebody;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.Together;
import tools.jackson.databind.JsonNode;

/** Top-ups, adjustments and the ledger over HTTP (PRODUCT.md, "Money between client and trainer"). */
@IntegrationTest
class LedgerIntegrationTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    private Practice practice;

    @BeforeEach
    void setUp() {
        practice = new Practice(application);
    }

    @Test
    void a_top_up_answers_with_its_entry_and_the_new_balance() {
        topUp(100_000);
        Map<String, Object> body = new HashMap<>(sum(250_000));
        body.put("comment", " наличными ");

        Answer answer = practice.as(practice.trainer).post(practice.money() + "/topup", body);

        JsonNode entry = answer.json();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(entry.path("kind").asString()).isEqualTo("topup");
        assertThat(entry.path("amount").path("amount").asLong()).isEqualTo(250_000);
        assertThat(entry.path("balance_after").path("amount").asLong()).isEqualTo(350_000);
        assertThat(entry.path("balance").path("amount").asLong()).isEqualTo(350_000);
        assertThat(entry.path("actor").asString()).isEqualTo("trainer");
        assertThat(entry.path("booking_id").isNull()).isTrue();
        assertThat(entry.path("reason").path("code").asString()).isEqualTo("by_trainer");
        assertThat(entry.path("reason").path("comment").asString()).isEqualTo("наличными");
        assertThat(entry.path("created_at").asString()).isEqualTo("2026-11-30T12:00:00+03:00");
        assertThat(practice.balance()).isEqualTo(350_000);
    }

    @Test
    void an_adjustment_goes_either_way_and_below_zero() {
        adjust(-70_000, "Разбил зеркало");
        JsonNode back = adjust(20_000, "Договорились").json();

        assertThat(back.path("balance").path("amount").asLong()).isEqualTo(-50_000);
        assertThat(practice.ledger()).hasSize(2);
        assertThat(practice.ledger().path(1).path("reason").path("comment").asString())
                .isEqualTo("Разбил зеркало");
    }

    @Test
    void the_ledger_is_read_in_pages_the_newest_first() {
        IntStream.rangeClosed(1, 5).forEach(this::topUp);
        List<Long> amounts = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = practice.as(practice.client)
                    .get(practice.money() + "/ledger?limit=2" + cursor)
                    .json();
            page.path("items")
                    .forEach(entry ->
                            amounts.add(entry.path("amount").path("amount").asLong()));
            cursor = page.path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.path("next_cursor").asString();
        } while (cursor != null);

        assertThat(amounts).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?cursor=%21", "?cursor=YQ"})
    void a_page_that_cannot_be_is_refused(String page) {
        assertThat(practice.as(practice.client)
                        .get(practice.money() + "/ledger" + page)
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    topup      | {"amount":{"amount":0,"currency":"RUB"}}                       | amount.amount   | min
                    topup      | {"amount":{"amount":-1,"currency":"RUB"}}                      | amount.amount   | min
                    topup      | {"amount":{"amount":100000001,"currency":"RUB"}}               | amount.amount   | max
                    topup      | {"amount":{"amount":9223372036854775807,"currency":"RUB"}}     | amount.amount   | max
                    topup      | {"amount":{"amount":9223372036854775808,"currency":"RUB"}}     | amount.amount   | type
                    topup      | {"amount":{"amount":1e3,"currency":"RUB"}}                     | amount.amount   | type
                    topup      | {"amount":{"amount":10.5,"currency":"RUB"}}                    | amount.amount   | type
                    topup      | {"amount":{"amount":"100","currency":"RUB"}}                   | amount.amount   | type
                    topup      | {"amount":{"amount":true,"currency":"RUB"}}                    | amount.amount   | type
                    topup      | {"amount":{"amount":{},"currency":"RUB"}}                      | amount.amount   | type
                    topup      | {"amount":{"amount":null,"currency":"RUB"}}                    | amount.amount   | required
                    topup      | {"amount":{"amount":100,"currency":"USD"}}                     | amount.currency | invalid
                    topup      | {"amount":{"amount":100}}                                      | amount.currency | required
                    topup      | {"amount":100}                                                 | amount          | type
                    topup      | {}                                                             | amount          | required
                    topup      | {"amount":{"amount":100,"currency":"RUB"},"comment":"a\\u0000"} | comment         | invalid
                    topup      | {"amount":{"amount":100,"currency":"RUB"},"comment":"\\ud800x"} | comment         | invalid
                    topup      | {"amount":{"amount":100,"currency":"\\udc00\\ud800"}}            | amount.currency | invalid
                    adjustment | {"amount":{"amount":0,"currency":"RUB"},"reason":"x"}          | amount.amount   | not_zero
                    adjustment | {"amount":{"amount":-100000001,"currency":"RUB"},"reason":"x"} | amount.amount   | min
                    adjustment | {"amount":{"amount":5,"currency":"RUB"}}                       | reason          | required
                    adjustment | {"amount":{"amount":5,"currency":"RUB"},"reason":"  "}         | reason          | required
                    """)
    void a_bad_amount_names_its_field_and_enters_nothing(String call, String body, String field, String code) {
        Answer answer = practice.as(practice.trainer).post(practice.money() + "/" + call, body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.fieldError(field)).as(answer.toString()).isEqualTo(code);
        assertThat(practice.ledger()).isEmpty();
    }

    @Test
    void a_comment_has_a_bound() {
        Map<String, Object> body = new HashMap<>(sum(100));
        body.put("comment", "я".repeat(501));

        Answer answer = practice.as(practice.trainer).post(practice.money() + "/topup", body);

        assertThat(answer.fieldError("comment")).isEqualTo("size");
    }

    @Test
    void money_is_not_written_without_a_key() {
        for (String call : List.of("topup", "adjustment", "topup/")) {
            Answer answer = practice.as(practice.trainer).write("POST", practice.money() + "/" + call, sum(100), null);

            assertThat(answer.status() + " " + answer.code()).isEqualTo("422 idempotency_key_required");
        }
    }

    @Test
    void only_the_trainer_writes_and_only_the_two_read() {
        Somebody otherTrainer = practice.trainer();
        Somebody othersClient = practice.clientOf(otherTrainer);
        Somebody secondClient = practice.clientOf(practice.trainer);
        String money = practice.money();
        Map<String, Object> adjustment = new HashMap<>(sum(100));
        adjustment.put("reason", "Проверка");

        for (Somebody stranger :
                List.of(practice.client, secondClient, otherTrainer, othersClient, practice.somebody())) {
            Api.Client phone = practice.as(stranger);
            assertThat(phone.post(money + "/topup", sum(100)).status()).isEqualTo(404);
            assertThat(phone.post(money + "/adjustment", adjustment).status()).isEqualTo(404);
            assertThat(phone.get(money + "/ledger").status()).isEqualTo(stranger == practice.client ? 200 : 404);
        }
        Api.Client nobody = application.getBean(Api.class).nobody();
        assertThat(nobody.post(money + "/topup", sum(100)).status()).isEqualTo(401);
        assertThat(nobody.get(money + "/ledger").status()).isEqualTo(401);
        assertThat(practice.as(practice.trainer).get(money + "/ledger").status())
                .isEqualTo(200);
        assertThat(practice.ledger()).isEmpty();
    }

    @Test
    void with_somebody_who_is_no_client_there_is_no_ledger() {
        Api.Client trainer = practice.as(practice.trainer);
        Somebody stranger = practice.somebody();

        assertThat(trainer.post(Practice.money(practice.trainer, stranger) + "/topup", sum(100))
                        .status())
                .isEqualTo(404);
        assertThat(trainer.get(Practice.money(practice.trainer, stranger) + "/ledger")
                        .status())
                .isEqualTo(404);
        assertThat(trainer.get(Practice.money(practice.trainer, new Somebody(1, 1)) + "/ledger")
                        .status())
                .isEqualTo(404);
        assertThat(practice.as(stranger)
                        .get(Practice.money(stranger, practice.client) + "/ledger")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_client_sees_a_balance_with_each_trainer_and_a_trainer_only_their_own() {
        Somebody second = practice.trainer();
        application.getBean(ru.trenergram.trainers.Roster.class).join(second.userId(), practice.client.userId());
        topUp(300);
        String path = "/users/client/" + practice.client.telegramId();

        JsonNode own = practice.as(practice.client).get(path).json().path("trainers");
        JsonNode seenBySecond = practice.as(second).get(path).json().path("trainers");

        assertThat(own).hasSize(2);
        assertThat(own.findValues("amount").stream().map(JsonNode::asLong)).containsExactlyInAnyOrder(0L, 300L);
        assertThat(seenBySecond).hasSize(1);
        assertThat(seenBySecond.path(0).path("trainer").path("telegram_id").asLong())
                .isEqualTo(second.telegramId());
        assertThat(practice.as(practice.somebody()).get(path).status()).isEqualTo(404);
    }

    @Test
    void two_top_ups_with_one_key_are_one_entry() throws Exception {
        Api.Client phone = practice.as(practice.trainer);
        Callable<Answer> topUp = () -> phone.write("POST", practice.money() + "/topup", sum(500), "one-key");

        List<Answer> answers = Together.atOnce(List.of(topUp, topUp));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.getFirst().http().body())
                .isEqualTo(answers.getLast().http().body());
        assertThat(practice.ledger()).hasSize(1);
    }

    @Test
    void twenty_top_ups_at_once_add_up() throws Exception {
        Api.Client phone = practice.as(practice.trainer);

        List<Answer> answers = Together.atOnce(IntStream.rangeClosed(1, 20)
                .mapToObj(n -> (Callable<Answer>) () -> phone.post(practice.money() + "/topup", sum(n)))
                .toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(practice.balance()).isEqualTo(210);
        assertThat(practice.ledger()).hasSize(20);
        assertThat(practice.ledger()
                        .path(0)
                        .path("balance_after")
                        .path("amount")
                        .asLong())
                .isEqualTo(210);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE ledger_entry SET amount = 1", "DELETE FROM ledger_entry", "TRUNCATE ledger_entry CASCADE"
            })
    void the_database_itself_refuses_to_change_the_ledger(String sql) {
        topUp(100);

        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("append-only");
    }

    @Test
    void the_client_is_told_of_money_and_why() {
        topUp(250_000);
        adjust(-50_000, "Пропущен <зал>");

        await().untilAsserted(() -> {
            String messages = practice.messages();
            assertThat(messages)
                    .contains("Баланс пополнен: 2\u00a0500\u00a0₽", "Баланс: 2\u00a0500\u00a0₽")
                    .contains("Тренер уменьшил баланс: 500\u00a0₽", "Причина: Пропущен &lt;зал&gt;")
                    .contains("Баланс: 2\u00a0000\u00a0₽");
        });
    }

    private Answer topUp(long amount) {
        return practice.as(practice.trainer).post(practice.money() + "/topup", sum(amount));
    }

    private Answer adjust(long amount, String reason) {
        Map<String, Object> body = new HashMap<>(sum(amount));
        body.put("reason", reason);
        return practice.as(practice.trainer).post(practice.money() + "/adjustment", body);
    }
}
