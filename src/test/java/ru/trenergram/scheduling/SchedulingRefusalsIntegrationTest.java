package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.scheduling.Gym.wish;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.scheduling.Gym.Somebody;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import tools.jackson.databind.JsonNode;

/** Bad input, and the ids of others. */
@IntegrationTest
class SchedulingRefusalsIntegrationTest {

    private static final String TOMORROW_TEN = "2026-12-01T10:00:00+03:00";

    @Autowired
    ApplicationContext application;

    private Gym gym;
    private Somebody trainer;
    private Somebody client;

    @BeforeEach
    void setUp() {
        gym = new Gym(application);
        trainer = gym.trainer();
        client = gym.clientOf(trainer);
    }

    /** T and C stand for the trainer and the client. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
        {"trainer_id":T,"client_id":C,"starts_at":                                        | 400 | malformed_request | -
        nonsense                                                                          | 400 | malformed_request | -
        {}                                                                                | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C}                                                    | 422 | validation_failed | starts_at
        {"client_id":C,"starts_at":"2026-12-01T10:00:00Z"}                                | 422 | validation_failed | trainer_id
        {"trainer_id":"x","client_id":C,"starts_at":"2026-12-01T10:00:00Z"}               | 422 | validation_failed | trainer_id
        {"trainer_id":T,"client_id":C,"starts_at":"tomorrow"}                             | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":""}                                     | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00"}                  | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":"2026-02-30T10:00:00Z"}                 | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":"10000-01-01T10:00:00Z"}                | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":"+10000-01-01T10:00:00Z"}               | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":"+999999999-12-31T23:59:00-18:00"}      | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":"-999999999-01-01T00:00:00+18:00"}      | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":"1970-01-01T00:00:00Z"}                 | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":1796108400}                             | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":1e400}                                  | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":{}}                                     | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:01+03:00"}            | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","minutes":0}     | 422 | validation_failed | minutes
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","minutes":-60}   | 422 | validation_failed | minutes
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","minutes":61}    | 422 | validation_failed | minutes
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","minutes":2147483647} | 422 | validation_failed | minutes
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","minutes":99999999999} | 400 | malformed_request | -
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","price":{"amount":-1,"currency":"RUB"}} | 422 | validation_failed | price.amount
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","price":{"amount":100000001,"currency":"RUB"}} | 422 | validation_failed | price.amount
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","price":{"amount":1,"currency":"XXX"}} | 422 | validation_failed | price.currency
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","price":5}       | 422 | validation_failed | price
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","note":"a\\u0000b"} | 422 | validation_failed | note
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","location_id":0} | 422 | validation_failed | location_id
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","repeat":{}}     | 422 | validation_failed | repeat.weeks
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","repeat":4}      | 422 | validation_failed | repeat
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","repeat":{"weeks":1}} | 422 | validation_failed | repeat.weeks
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","repeat":{"weeks":53}} | 422 | validation_failed | repeat.weeks
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","repeat":{"weeks":-2147483648}} | 422 | validation_failed | repeat.weeks
        {"trainer_id":T,"client_id":C,"starts_at":"2026-12-01T10:00:00Z","repeat":{"weeks":4,"skip_conflicts":"x"}} | 422 | validation_failed | repeat.skip_conflicts
        {"trainer_id":T,"client_id":C,"starts_at":"2099-12-01T10:00:00Z","repeat":{"weeks":52}} | 422 | validation_failed | starts_at
        {"trainer_id":T,"client_id":1,"starts_at":"2026-12-01T10:00:00Z"}                 | 403 | not_on_roster | -
        {"trainer_id":T,"client_id":T,"starts_at":"2026-12-01T10:00:00Z"}                 | 403 | not_on_roster | -
        {"trainer_id":1,"client_id":C,"starts_at":"2026-12-01T10:00:00Z"}                 | 404 | not_found | -
        {"trainer_id":9223372036854775807,"client_id":C,"starts_at":"2026-12-01T10:00:00Z"} | 404 | not_found | -
        {"trainer_id":9223372036854775808,"client_id":C,"starts_at":"2026-12-01T10:00:00Z"} | 400 | malformed_request | -
        """)
    void a_bad_wish_is_refused_with_a_code(String body, int status, String code, String field) {
        Answer answer = gym.as(trainer)
                .post(
                        "/bookings",
                        body.replace(":T", ":" + trainer.telegramId()).replace(":C", ":" + client.telegramId()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        if (field != null) {
            assertThat(answer.fieldError(field)).as(answer.toString()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /slots/trainer/T                                      | 422
        /slots/trainer/T?from=2026-12-01                      | 422
        /slots/trainer/T?from=2026-12-01&to=2027-01-01        | 422
        /slots/trainer/T?from=2026-12-02&to=2026-12-01        | 422
        /slots/trainer/T?from=10000-01-01&to=10000-01-02      | 422
        /slots/trainer/T?from=%2B999999999-12-31&to=%2B999999999-12-31 | 422
        /slots/trainer/T?from=yesterday&to=2026-12-01         | 422
        /slots/trainer/T?from=2026-12-01&to=2026-12-01&minutes=0 | 422
        /slots/trainer/T?from=2026-12-01&to=2026-12-01&minutes=99999999999 | 422
        /slots/trainer/T/day/2026-13-01                       | 404
        /slots/trainer/T/day/%2B10000-01-01                   | 422
        /slots/trainer/1?from=2026-12-01&to=2026-12-01        | 404
        /slots/trainer/x?from=2026-12-01&to=2026-12-01        | 404
        /bookings/trainer/T?limit=0                           | 422
        /bookings/trainer/T?limit=201                         | 422
        /bookings/trainer/T?limit=many                        | 422
        /bookings/trainer/T?cursor=nonsense                   | 422
        /bookings/trainer/T?cursor=                           | 422
        /bookings/trainer/T?cursor=OTk5OTk5OTk5OTk5OTk5OTk5Cng | 422
        /bookings/trainer/T?status=LOST                       | 422
        /bookings/client/T?scope=all                          | 422
        /bookings/trainer/T?date=2026-12-01&from=2026-12-01   | 422
        /bookings/trainer/T?from=2026-12-02&to=2026-12-01     | 422
        /bookings/trainer/T?date=%2B10000-01-01               | 422
        /users/trainer/T/clients?limit=0                      | 422
        /users/trainer/T/clients?sort=age                     | 422
        /users/trainer/T/clients?cursor=eA                    | 422
        /users/trainer/T/clients?query=%00                    | 422
        /bookings/nothing                                     | 404
        /bookings/00000000-0000-0000-0000-000000000000        | 404
        """)
    void a_bad_question_is_refused_with_a_code(String path, int status) {
        Answer answer = gym.as(trainer).get(path.replace("/T", "/" + trainer.telegramId()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(status == 404 ? "not_found" : "validation_failed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"rules":[]}                                                         | version
        {"version":1}                                                        | rules
        {"version":1,"rules":[null]}                                         | rules[0]
        {"version":1,"rules":[{"weekday":0,"from":"09:00","to":"10:00"}]}    | rules[0].weekday
        {"version":1,"rules":[{"weekday":8,"from":"09:00","to":"10:00"}]}    | rules[0].weekday
        {"version":1,"rules":[{"weekday":1,"from":"9:00","to":"10:00"}]}     | rules[0].from
        {"version":1,"rules":[{"weekday":1,"from":"09:00","to":"24:01"}]}    | rules[0].to
        {"version":1,"rules":[{"weekday":1,"from":"24:00","to":"24:00"}]}    | rules[0].to
        {"version":1,"rules":[{"weekday":1,"from":"10:00","to":"10:00"}]}    | rules[0].to
        {"version":1,"rules":[{"weekday":1,"from":"22:00","to":"02:00"}]}    | rules[0].to
        """)
    void bad_hours_are_refused_by_the_name_of_their_field(String body, String field) {
        Answer answer = gym.as(trainer).put("/slots/rules", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.fieldError(field)).as(answer.toString()).isNotEmpty();
    }

    @Test
    void what_is_not_ones_own_is_not_found() {
        JsonNode booking = gym.as(client)
                .post("/bookings", wish(trainer, client, TOMORROW_TEN))
                .json();
        String one = "/bookings/" + booking.path("id").asString();
        Somebody otherTrainer = gym.trainer();
        Somebody otherClient = gym.clientOf(trainer);
        Somebody stranger = gym.somebody("Чужой");
        Somebody owner = gym.somebody("Владелец");
        gym.club(owner, trainer);

        for (Somebody nosy : new Somebody[] {otherTrainer, otherClient, stranger, owner}) {
            notFound(gym.as(nosy).get(one));
            notFound(gym.as(nosy).put(one + "/confirm", Map.of("version", 0)));
            notFound(gym.as(nosy).put(one + "/decline", Map.of("version", 0)));
            notFound(gym.as(nosy).put(one + "/complete", Map.of("version", 0)));
            notFound(gym.as(nosy).put(one + "/no-show", Map.of("version", 0)));
            notFound(gym.as(nosy).delete(one + "?version=0"));
            notFound(gym.as(nosy).get("/bookings/trainer/" + trainer.telegramId()));
            notFound(gym.as(nosy).get("/bookings/client/" + client.telegramId()));
            notFound(gym.as(nosy).get("/users/trainer/" + trainer.telegramId() + "/clients"));
            notFound(gym.as(nosy).get("/slots/trainer/" + trainer.telegramId() + "/day/2026-12-01"));
            notFound(gym.as(nosy).post("/bookings", wish(trainer, client, "2026-12-01T12:00:00+03:00")));
        }
        notFound(gym.as(stranger).get("/slots/trainer/" + trainer.telegramId() + "?from=2026-12-01&to=2026-12-01"));
        notFound(gym.as(client).get("/users/trainer/" + client.telegramId() + "/clients"));
        notFound(gym.as(client).get("/bookings/trainer/" + client.telegramId()));
        assertThat(gym.as(client).get(one).json().path("version").asInt()).isZero();
    }

    @Test
    void who_is_not_on_the_roster_does_not_book() {
        Somebody stranger = gym.somebody("Чужой");

        Answer asClient = gym.as(stranger).post("/bookings", wish(trainer, stranger, TOMORROW_TEN));
        Answer asTrainer = gym.as(trainer).post("/bookings", wish(trainer, stranger, TOMORROW_TEN));

        assertThat(asClient.status()).isEqualTo(403);
        assertThat(asClient.code()).isEqualTo("not_on_roster");
        assertThat(asTrainer.code()).isEqualTo("not_on_roster");
    }

    @Test
    void only_trainers_have_working_hours() {
        assertThat(gym.as(client).get("/slots/rules").status()).isEqualTo(403);
        assertThat(gym.as(client)
                        .put("/slots/rules", "{\"version\":0,\"rules\":[]}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_rule_of_another_trainer_is_not_found() {
        Somebody other = gym.trainer();
        long rule = gym.as(other)
                .get("/slots/rules")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asLong();

        notFound(gym.as(trainer).delete("/slots/rules/" + rule));
        notFound(gym.as(trainer).put("/slots/rules/" + rule, "{\"weekday\":1,\"from\":\"10:00\",\"to\":\"11:00\"}"));
    }

    @Test
    void without_a_token_nothing_is_told() {
        assertThat(gym.nobody().get("/slots/rules").status()).isEqualTo(401);
        assertThat(gym.nobody().get("/bookings/trainer/" + trainer.telegramId()).status())
                .isEqualTo(401);
    }

    @Test
    void a_booking_needs_an_idempotency_key_and_is_made_once_for_it() {
        Map<String, Object> wish = wish(trainer, client, TOMORROW_TEN);

        Answer without = gym.as(client).write("POST", "/bookings", wish, null);
        Answer first = gym.as(client).write("POST", "/bookings", wish, "key-" + client.telegramId());
        Answer repeat = gym.as(client).write("POST", "/bookings", wish, "key-" + client.telegramId());

        assertThat(without.code()).isEqualTo("idempotency_key_required");
        assertThat(first.status()).isEqualTo(201);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(repeat.http().headers().firstValue("Location"))
                .isEqualTo(first.http().headers().firstValue("Location"));
    }

    private static void notFound(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not_found");
    }
}
