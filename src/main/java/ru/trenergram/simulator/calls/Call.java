package ru.trenergram.simulator.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.trenergram.telegram.spi.Bot;

/**
 * A call of the Bot API and what came of it.
 *
 * @param id rises with the order in which calls ended
 * @param at when it came, by the application's time
 * @param parameters in short, as JSON; without tokens
 * @param status of the answer; {@link #LOST} when there was none
 * @param answer the result or the refusal, in short
 * @param millis that it took
 * @param fault that struck it, by its kind's name
 */
public record Call(
        long id,
        Instant at,
        Bot bot,
        String method,
        @Nullable Long chatId,
        String parameters,
        int status,
        String answer,
        long millis,
        @Nullable String fault) {

    /** In place of a status: the answer was lost. */
    public static final int LOST = 0;
}
