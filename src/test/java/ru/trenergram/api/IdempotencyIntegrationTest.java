package ru.trenergram.api;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Together.atOnce;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;

/** Writes that arrive more than once, at once, or in a crowd. */
@IntegrationTest
class IdempotencyIntegrationTest {

    private static final String PROFILE = "/users/profile";

    @Autowired
    Api api;

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void twenty_repeats_at_once_get_one_answer() throws Exception {
        Api.Client anna = api.signedIn(701, "Анна");
        Callable<Answer> write = () -> anna.write("PUT", PROFILE, Map.of("first_name", "Аня"), "at-once");

        List<Answer> answers = atOnce(Collections.nCopies(20, write));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(answer -> answer.http().body()).distinct())
                .hasSize(1);
    }

    @Test
    void twenty_repeats_of_a_refused_write_at_once_get_one_answer() throws Exception {
        Api.Client anna = api.signedIn(702, "Анна");
        Callable<Answer> write = () -> anna.write("POST", "/users/me/trainers", Map.of("code", "trainer_1"), "refused");

        List<Answer> answers = atOnce(Collections.nCopies(20, write));

        assertThat(answers).allMatch(answer -> answer.code().equals("not_found"));
        assertThat(answers.stream().map(answer -> answer.http().body()).distinct())
                .hasSize(1);
    }

    @Test
    void two_hundred_writes_at_once_are_all_served_by_the_pool_of_connections() throws Exception {
        List<Api.Client> people = IntStream.range(0, 10)
                .mapToObj(n -> api.signedIn(710 + n, "Кто-то"))
                .toList();

        List<Answer> answers = atOnce(IntStream.range(0, 200)
                .mapToObj(n ->
                        (Callable<Answer>) () -> people.get(n % 10).put(PROFILE, Map.of("first_name", "Имя " + n)))
                .toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    @Test
    void a_write_whose_commit_fails_is_not_answered_as_if_it_had_happened() {
        Api.Client anna = api.signedIn(703, "Анна");
        jdbc.sql("""
                        CREATE FUNCTION too_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'too late'; END $$;
                        CREATE CONSTRAINT TRIGGER too_late AFTER UPDATE ON users DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW WHEN (new.telegram_id = 703) EXECUTE FUNCTION too_late()""").update();
        Answer failed = anna.write("PUT", PROFILE, Map.of("first_name", "Аня"), "commit");
        jdbc.sql("DROP FUNCTION too_late CASCADE").update();

        Answer again = anna.write("PUT", PROFILE, Map.of("first_name", "Аня"), "commit");

        assertThat(failed.status()).isEqualTo(500);
        assertThat(again.status()).isEqualTo(200);
        assertThat(anna.get("/users/me").json().path("first_name").asString()).isEqualTo("Аня");
    }

    @Test
    void keys_are_forgotten_after_a_day() {
        Api.Client anna = api.signedIn(704, "Анна");
        anna.write("PUT", PROFILE, Map.of("first_name", "Аня"), "old");
        clock.advance(Duration.ofHours(25));
        Answer fresh = api.signedIn(704, "Анна").write("PUT", PROFILE, Map.of("first_name", "Ася"), "new");
        assertThat(fresh.status()).as(fresh.toString()).isEqualTo(200);

        new ForgetKeysJob(keys).execute(null);

        assertThat(jdbc.sql("SELECT key FROM idempotency_key WHERE key IN ('old', 'new')")
                        .query(String.class)
                        .list())
                .containsExactly("new");
    }
}
