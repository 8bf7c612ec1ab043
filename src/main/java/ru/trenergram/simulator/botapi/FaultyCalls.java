package ru.trenergram.simulator.botapi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.Waker;
import ru.trenergram.simulator.faults.Fault;
import ru.trenergram.simulator.faults.Faults;
import ru.trenergram.telegram.spi.Bot;

/** Carries calls out; or not, or not as they should be, when a fault strikes them. */
@Component
@WhenSimulated
class FaultyCalls {

    private final Faults faults;
    private final Waker waker;

    FaultyCalls(Faults faults, Waker waker) {
        this.faults = faults;
        this.waker = waker;
    }

    /** @param fault that has struck, or null */
    record Outcome(Answer answer, @Nullable Fault fault) {}

    /** @param call must not be in a transaction: it may have to wait */
    Outcome carryOut(Bot bot, String method, @Nullable Long chatId, Supplier<Answer> call) {
        Optional<Fault> struck = faults.strike(bot, method, chatId);
        return struck.map(fault -> new Outcome(carryOut(fault, call), fault))
                .orElseGet(() -> new Outcome(call.get(), null));
    }

    private Answer carryOut(Fault fault, Supplier<Answer> call) {
        int seconds = Objects.requireNonNullElse(fault.seconds(), 0);
        return switch (fault.kind()) {
            case TOO_MANY_REQUESTS -> Answer.refusal(BotApiException.tooManyRequests(Math.max(1, seconds)));
            case BLOCKED -> Answer.refusal(BotApiException.forbidden("bot was blocked by the user"));
            case DEACTIVATED -> Answer.refusal(BotApiException.forbidden("user is deactivated"));
            case BAD_REQUEST ->
                Answer.refusal(BotApiException.badRequest(Objects.requireNonNullElse(fault.description(), "")));
            case SERVER_ERROR ->
                Answer.refusal(BotApiException.serverError(Objects.requireNonNullElse(fault.code(), 500)));
            case NO_ANSWER -> {
                pause(seconds);
                yield Answer.LOST;
            }
            case LOST_ANSWER -> {
                call.get();
                pause(seconds);
                yield Answer.LOST;
            }
            case SLOW -> {
                Answer answer = call.get();
                pause(seconds);
                yield answer;
            }
            case DUPLICATE, REORDER -> call.get();
        };
    }

    private void pause(int seconds) {
        waker.pause(Duration.ofSeconds(seconds));
    }
}
