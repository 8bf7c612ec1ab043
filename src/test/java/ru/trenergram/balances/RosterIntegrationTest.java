package ru.trenergram.balances;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Together.atOnce;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.balances.Practice.Somebody;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.trainers.Roster;
import tools.jackson.databind.JsonNode;

/** A trainer's list of clients, and one of them. */
@IntegrationTest
class RosterIntegrationTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    MovableClock clock;

    @Autowired
    Charges charges;

    private Practice practice;
    private String clients;
    private String client;

    @BeforeEach
    void a_practice() {
        practice = new Practice(application);
        clients = "/users/trainer/" + practice.trainer.telegramId() + "/clients";
        client = clients + "/" + practice.client.telegramId();
    }

    @ParameterizedTest
    @CsvSource({"recent", "name", "balance"})
    void every_order_is_paged_without_gaps_and_repeats_even_when_all_are_equal(String sort) {
        for (int i = 0; i < 8; i++) {
            practice.clientOf(practice.trainer);
        }
        List<Long> whole = ids(get(clients + "?sort=" + sort));

        List<Long> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(clients + "?sort=" + sort + "&limit=2" + cursor);
            paged.addAll(ids(page));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty());

        assertThat(whole).hasSize(9).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void names_are_sorted_as_people_do_and_debtors_come_first_by_balance() {
        Somebody yolka = named("ёлка");
        Somebody anna = named("Анна");
        Somebody zhanna = named("Жанна");
        Somebody bob = named("bob");
        topUp(zhanna, 100);
        adjust(bob, -100);

        assertThat(ids(get(clients + "?sort=name")))
                .containsSubsequence(anna.telegramId(), yolka.telegramId(), zhanna.telegramId(), bob.telegramId());
        List<Long> byBalance = ids(get(clients + "?sort=balance"));
        assertThat(byBalance.getFirst()).isEqualTo(bob.telegramId());
        assertThat(byBalance.getLast()).isEqualTo(zhanna.telegramId());
    }

    @Test
    void a_cursor_belongs_to_its_order() {
        practice.clientOf(practice.trainer);
        String cursor = get(clients + "?sort=name&limit=1").path("next_cursor").asString();

        assertThat(practice.as(practice.trainer)
                        .get(clients + "?sort=balance&cursor=" + cursor)
                        .fieldError("cursor"))
                .isEqualTo("invalid");
        assertThat(practice.as(practice.trainer).get(clients + "?sort=age").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"жан", "ЖАННА", "+7%20916%20123", "916-123-45-67", "79161234567"})
    void a_client_is_found_by_a_part_of_the_name_or_the_phone(String query) {
        Somebody zhanna = named("Жанна");
        practice.as(zhanna).put("/users/profile", Map.of("phone", "+79161234567"));

        assertThat(ids(get(clients + "?query=" + query.replace("+", "%2B")))).containsExactly(zhanna.telegramId());
        assertThat(ids(get(clients + "?query=nobody"))).isEmpty();
    }

    @Test
    void a_trainer_writes_down_a_note_and_a_price_which_the_next_booking_has() {
        Answer changed = edit(Map.of("note", " Колено ", "price", rubles(1_800), "version", 0));

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().path("note").asString()).isEqualTo("Колено");
        assertThat(changed.json().path("version").asInt()).isEqualTo(1);
        assertThat(changed.http().headers().firstValue("ETag")).contains("\"1\"");
        assertThat(practice.pending(Practice.TOMORROW_TEN, Map.of())
                        .path("price")
                        .path("amount")
                        .asLong())
                .isEqualTo(180_000);
    }

    @Test
    void a_client_is_told_the_price_that_is_agreed_with_them_and_of_others_the_trainers_own() {
        Somebody other = practice.trainer();
        application.getBean(Roster.class).join(other.userId(), practice.client.userId());
        edit(Map.of("price", rubles(1_800), "version", 0));

        JsonNode me = practice.as(practice.client).get("/users/me").json();

        assertThat(price(me, practice.trainer)).isEqualTo(180_000);
        assertThat(price(me, other)).isEqualTo(250_000);
    }

    private static long price(JsonNode me, Somebody trainer) {
        return me.path("trainers")
                .valueStream()
                .filter(one -> one.path("telegram_id").asLong() == trainer.telegramId())
                .findFirst()
                .orElseThrow()
                .path("price")
                .path("amount")
                .asLong();
    }

    @Test
    void what_is_left_out_stays_and_null_takes_away() {
        edit(Map.of("note", "Колено", "price", rubles(1_800), "version", 0));

        JsonNode archived = edit(Map.of("archived", true, "version", 1)).json();
        Map<String, Object> without = new HashMap<>();
        without.put("price", null);
        without.put("note", null);
        without.put("version", 2);
        JsonNode back = edit(without).json();

        assertThat(archived.path("note").asString()).isEqualTo("Колено");
        assertThat(archived.path("price").path("amount").asLong()).isEqualTo(180_000);
        assertThat(back.path("archived").asBoolean()).isTrue();
        assertThat(back.path("note").isNull()).isTrue();
        assertThat(back.path("price").isNull()).isTrue();
        assertThat(ids(get(clients))).contains(practice.client.telegramId()); // archived ones are shown as such
    }

    @Test
    void of_two_edits_at_once_one_is_told_the_state_that_the_other_has_left() throws Exception {
        List<Callable<Answer>> edits = List.of(
                () -> edit(Map.of("note", "первая", "version", 0)), () -> edit(Map.of("note", "вторая", "version", 0)));

        List<Answer> answers = atOnce(edits);

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Answer stale = answers.stream()
                .filter(answer -> answer.status() == 409)
                .findFirst()
                .orElseThrow();
        assertThat(stale.code()).isEqualTo("stale_version");
        assertThat(stale.json().path("current").path("version").asInt()).isEqualTo(1);
        assertThat(stale.json().path("current").path("note"))
                .isEqualTo(get(client).path("note"));
    }

    @Test
    void the_version_can_come_as_if_match_and_must_not_contradict_the_body() {
        var trainer = practice.as(practice.trainer);

        assertThat(trainer.sending("If-Match", "\"0\"")
                        .put(client, Map.of("note", "a"))
                        .status())
                .isEqualTo(200);
        assertThat(trainer.sending("If-Match", "\"1\"")
                        .put(client, Map.of("note", "b", "version", 0))
                        .status())
                .isEqualTo(422);
        assertThat(trainer.sending("If-Match", "\"0\"")
                        .put(client, Map.of("note", "b"))
                        .status())
                .isEqualTo(409);
        assertThat(trainer.put(client, Map.of("note", "b")).fieldError("version"))
                .isEqualTo("required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"price":{"amount":-1,"currency":"RUB"},"version":0}
                    {"price":{"amount":100000001,"currency":"RUB"},"version":0}
                    {"price":{"amount":1.5,"currency":"RUB"},"version":0}
                    {"price":{"amount":100,"currency":"USD"},"version":0}
                    {"price":{},"version":0}
                    {"price":100,"version":0}
                    {"note":"\\u0000","version":0}
                    {"note":{},"version":0}
                    {"archived":"yes","version":0}
                    {"version":"x"}
                    """)
    void what_is_no_edit_is_refused_by_the_name_of_its_field(String body) {
        Answer answer = practice.as(practice.trainer).write("PUT", client, body, "k" + body.hashCode());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.json().path("errors")).as(answer.toString()).isNotEmpty();
    }

    @Test
    void a_long_note_is_refused() {
        assertThat(edit(Map.of("note", "ж".repeat(2_001), "version", 0)).fieldError("note"))
                .isEqualTo("size");
    }

    @Test
    void statistics_count_sessions_and_what_they_cost_by_month_of_the_trainers_zone() {
        JsonNode december = practice.confirmed(Practice.TOMORROW_TEN);
        JsonNode missed = practice.confirmed("2026-12-02T10:00:00+03:00");
        JsonNode january = practice.pending("2027-01-01T00:30:00+03:00", Map.of());
        practice.as(practice.client).delete(Practice.path(january) + "?version=0");
        clock.moveTo(Instant.parse("2026-12-02T12:00:00Z"));
        charges.chargeDue(100);
        assertThat(practice.put(practice.trainer, current(missed), "no-show").status())
                .isEqualTo(200);

        JsonNode stats = get(client).path("stats");

        assertThat(practice.isCharged(december)).isTrue();
        assertThat(stats.toString()).isEqualTo("""
                [{"month":"2027-01","completed":0,"cancelled":1,"no_show":0,"spent":{"amount":0,"currency":"RUB"}},\
                {"month":"2026-12","completed":1,"cancelled":0,"no_show":1,"spent":{"amount":500000,"currency":"RUB"}}]""");
        assertThat(get(clients).path("items").path(0).has("stats")).isFalse();
    }

    @Test
    void who_leaves_and_comes_back_finds_everything_as_it_was() {
        edit(Map.of("note", "Колено", "price", rubles(1_800), "version", 0));
        topUp(practice.client, 300);
        JsonNode ahead = practice.confirmed(Practice.TOMORROW_TEN);
        String leaving = "/users/me/trainers/" + practice.trainer.telegramId();

        assertThat(practice.as(practice.client).delete(leaving).status()).isEqualTo(204);

        assertThat(practice.as(practice.client).delete(leaving).status()).isEqualTo(404);
        assertThat(ids(get(clients))).isEmpty();
        assertThat(practice.as(practice.trainer).get(client).status()).isEqualTo(404);
        assertThat(edit(Map.of("note", "x", "version", 2)).status()).isEqualTo(404);
        assertThat(current(ahead).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(current(ahead).path("cancelled_by").asString()).isEqualTo("client");
        assertThat(practice.ledger().size()).isEqualTo(1);
        assertThat(practice.as(practice.client)
                        .get("/users/me")
                        .json()
                        .path("trainers")
                        .size())
                .isZero();

        clock.advance(Duration.ofDays(1));
        practice.as(practice.client)
                .post("/users/me/trainers", Map.of("code", "trainer_" + practice.trainer.telegramId()));

        JsonNode back = get(clients).path("items").path(0);
        assertThat(back.path("note").asString()).isEqualTo("Колено");
        assertThat(back.path("price").path("amount").asLong()).isEqualTo(180_000);
        assertThat(back.path("balance").path("amount").asLong()).isEqualTo(300);
    }

    @Test
    void a_booking_made_while_the_client_leaves_is_cancelled_along_or_refused() throws Exception {
        for (int round = 0; round < 10; round++) {
            practice = new Practice(application);
            var trainersPhone = practice.as(practice.trainer);
            var clientsPhone = practice.as(practice.client);
            Map<String, Object> wish = Map.of(
                    "trainer_id", practice.trainer.telegramId(),
                    "client_id", practice.client.telegramId(),
                    "starts_at", Practice.TOMORROW_TEN);

            List<Callable<Answer>> deeds = List.of(
                    () -> trainersPhone.post("/bookings", wish),
                    () -> clientsPhone.delete("/users/me/trainers/" + practice.trainer.telegramId()));
            List<Answer> answers = atOnce(deeds);

            assertThat(answers.getLast().status()).isEqualTo(204);
            if (answers.getFirst().status() == 201) {
                assertThat(current(answers.getFirst().json()).path("status").asString())
                        .isEqualTo("CANCELLED");
            } else {
                assertThat(answers.getFirst().code()).isEqualTo("not_on_roster");
            }
        }
    }

    private Somebody named(String name) {
        Somebody somebody = practice.clientOf(practice.trainer);
        practice.as(somebody).put("/users/profile", Map.of("first_name", name));
        return somebody;
    }

    private void topUp(Somebody somebody, long amount) {
        practice.as(practice.trainer).post(Practice.money(practice.trainer, somebody) + "/topup", Practice.sum(amount));
    }

    private void adjust(Somebody somebody, long amount) {
        Map<String, Object> body = new HashMap<>(Practice.sum(amount));
        body.put("reason", "Долг");
        practice.as(practice.trainer).post(Practice.money(practice.trainer, somebody) + "/adjustment", body);
    }

    private Answer edit(Map<String, Object> change) {
        return practice.as(practice.trainer).put(client, change);
    }

    private JsonNode get(String path) {
        return practice.as(practice.trainer).get(path).json();
    }

    private JsonNode current(JsonNode booking) {
        return practice.as(practice.trainer).get(Practice.path(booking)).json();
    }

    private static Map<String, Object> rubles(long rubles) {
        return Map.of("amount", rubles * 100, "currency", "RUB");
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("client").path("telegram_id").asLong())
                .toList();
    }
}
