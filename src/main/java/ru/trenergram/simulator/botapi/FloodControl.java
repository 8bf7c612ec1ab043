package ru.trenergram.simulator.botapi;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.Chat;

/**
 * How much a bot may write to one chat: about a message a second, short bursts pass. The one place in which a delivery
 * is refused for a reason that is not in the call itself. Time is real: the outside world does not follow a test's clock.
 */
@Component
@WhenSimulated
class FloodControl {

    private static final int BURST = 20;
    private static final long NANOS_A_MESSAGE = 1_000_000_000L;

    private final ConcurrentMap<String, Long> fullAgainAt = new ConcurrentHashMap<>();
    private final boolean limited;
    private final LongSupplier nanoTime;

    @Autowired
    FloodControl(Settings settings) {
        this(settings.sending().perChat() > 0, System::nanoTime);
    }

    /** @param limited a Bot API server of one's own has no limit, and bots that need not heed one do not meet it here */
    FloodControl(boolean limited, LongSupplier nanoTime) {
        this.limited = limited;
        this.nanoTime = nanoTime;
    }

    /** @throws BotApiException 429, with the seconds to wait */
    void admit(Chat chat) {
        if (!limited) {
            return;
        }
        long now = nanoTime.getAsLong();
        fullAgainAt.compute(chat.bot() + ":" + chat.personId(), (key, full) -> {
            long from = full == null ? now : Math.max(full, now);
            long debt = from - now;
            long spare = (BURST - 1) * NANOS_A_MESSAGE - debt;
            if (spare < 0) {
                throw BotApiException.tooManyRequests(Math.toIntExact(Math.ceilDiv(-spare, NANOS_A_MESSAGE)));
            }
            return from + NANOS_A_MESSAGE;
        });
    }
}
