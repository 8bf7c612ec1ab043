package ru.trenergram.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.simulator.faults.FaultKind;
import ru.trenergram.simulator.faults.Faults;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;
import ru.trenergram.telegram.spi.Bot;

/** The service's own sender and receiver meet the simulator's faults over HTTP, as they would meet Telegram's. */
class FaultsOnTheWayIntegrationTest extends MainBotTest {

    private static final String HELP = "Что я умею";
    private static final String CANCELLED = "Нажмите /start";

    @Autowired
    Faults faults;

    private Person anna;

    @BeforeEach
    void somebody_chats() {
        anna = somebody("Анна", "ru");
    }

    @AfterEach
    void everything_goes_well_again() {
        faults.removeAll();
    }

    @Test
    void a_message_that_is_put_off_again_and_again_arrives_once() {
        next(FaultKind.TOO_MANY_REQUESTS, 30);
        next(FaultKind.SERVER_ERROR, null);
        next(FaultKind.NO_ANSWER, 0);

        anna.sends("/help");

        arrives(HELP, 1);
        assertThat(faults.all()).hasSize(3).allMatch(fault -> fault.isOver());
    }

    @Test
    void a_message_whose_answer_was_lost_arrives_again() {
        next(FaultKind.LOST_ANSWER, 0);

        anna.sends("/help");

        arrives(HELP, 2);
    }

    @Test
    void who_is_refused_as_unreachable_hears_again_after_their_next_word() {
        next(FaultKind.DEACTIVATED, null);

        anna.sends("/help");
        await().until(() -> faults.all().getFirst().isOver());
        anna.sends("/help");

        arrives(HELP, 1);
    }

    @Test
    void an_update_that_comes_twice_is_answered_once() {
        next(FaultKind.DUPLICATE, null);

        anna.sends("/help");
        anna.sends("/cancel");

        anna.sees(CANCELLED);
        assertThat(shown(HELP)).hasSize(1);
    }

    @Test
    void updates_that_change_places_are_both_answered() {
        next(FaultKind.REORDER, 30);

        anna.sends("/help");
        anna.sends("/cancel");

        arrives(HELP, 1);
        arrives(CANCELLED, 1);
    }

    private void next(FaultKind kind, @Nullable Integer seconds) {
        String method = kind == FaultKind.DUPLICATE || kind == FaultKind.REORDER ? null : "sendMessage";
        faults.add(new Faults.Wanted(kind, Bot.MAIN, method, anna.telegramId(), 1, null, null, seconds, null, null));
    }

    /** Time goes on meanwhile: what waits for a retry waits by the clock. */
    private void arrives(String text, int times) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(5));
            assertThat(shown(text)).hasSize(times);
        });
    }

    private List<String> shown(String text) {
        return anna.chat().stream()
                .map(Person.Shown::text)
                .filter(shown -> shown.contains(text))
                .toList();
    }
}
