package ru.trenergram.simulator.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import ru.trenergram.simulator.SimulatedPerson;
import ru.trenergram.simulator.chats.Chat;
import ru.trenergram.telegram.spi.Bot;

class FloodControlTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final FloodControl flood = new FloodControl(true, now::get);
    private final Chat chat = chat(1);

    @Test
    void a_burst_passes_and_then_one_message_a_second() {
        for (int i = 0; i < 20; i++) {
            flood.admit(chat);
        }
        var refused = catchThrowableOfType(BotApiException.class, () -> flood.admit(chat));
        assertThat(refused.code()).isEqualTo(429);
        assertThat(refused).hasMessage("Too Many Requests: retry after 1");
        assertThat(refused.retryAfter()).isEqualTo(1);

        flood.admit(chat(2));
        now.addAndGet(SECOND);
        flood.admit(chat);
    }

    private static Chat chat(long person) {
        var anna = new SimulatedPerson(person, "Анна", null, null, "ru", "79000000000");
        return new Chat(Bot.MAIN, anna, true, false, 0, 0, null);
    }
}
