package ru.trenergram.telegram;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ru.trenergram.telegram.spi.Bot;

class DispatcherTest {

    private static final ChatKey CHAT = new ChatKey(Bot.MAIN, 1);

    @Test
    void a_chat_whose_turn_broke_off_with_an_error_can_be_taken_up_again() {
        var turns = new BreakingTurns();
        var dispatcher = new Dispatcher(turns, null);
        dispatcher.open(Bot.MAIN);

        await().until(() -> {
            dispatcher.wake(CHAT);
            return turns.taken.get() > 1;
        });
    }

    private static final class BreakingTurns extends Turns {

        final AtomicInteger taken = new AtomicInteger();

        BreakingTurns() {
            super(null, null, null, null, null);
        }

        @Override
        Outcome next(ChatKey chat) {
            if (taken.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            return Outcome.EMPTY;
        }
    }
}
