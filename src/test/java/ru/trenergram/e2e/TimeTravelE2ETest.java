package ru.trenergram.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.trenergram.support.Api;
import ru.trenergram.support.Person;

/** The demo clock on the packaged jar, with its real jobs; an application of its own, since time moves for everybody. */
class TimeTravelE2ETest {

    private static final long CLIENT_OF_THE_DEMO = 6_000_000_021L;

    @TempDir
    Path home;

    @Test
    void who_travels_to_the_day_after_tomorrow_finds_in_the_chat_what_was_due_until_then() throws Exception {
        try (var application = new PackagedApplication(home).start()) {
            Api api = application.api();
            Person client = Person.known("main", CLIENT_OF_THE_DEMO, "ru", api);

            Instant now = Instant.parse(api.nobody()
                    .post(application.url("/simulator/api/clock"), Map.of("forward", "2d"))
                    .json()
                    .get("now")
                    .stringValue());

            assertThat(Duration.between(Clock.systemUTC().instant(), now))
                    .isBetween(Duration.ofHours(47), Duration.ofHours(49));
            client.sees("Списано за тренировку");
        }
    }
}
