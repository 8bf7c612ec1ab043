package ru.trenergram.telegram.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** The outbox and the bots, for whoever looks after them. Who may is for the caller to check. */
public interface OutboxDesk {

    /** Where a message stands that has not gone out. */
    enum State {
        /** Waits for its turn, for its moment, or for the next try. */
        QUEUED,
        SENDING,
        /** Telegram refused it. */
        FAILED,
        /** Perhaps it has arrived; nobody tries again. */
        UNKNOWN
    }

    /** @param oldest when the oldest of them was written, or was to go out if that is later */
    record Lane(Bot bot, Priority priority, State state, long messages, Instant oldest) {}

    /** Messages in all states but those that are done; where there are none is no lane. */
    List<Lane> lanes();

    /** @param bot null for all, like {@code state}, of which only FAILED and UNKNOWN give up */
    record Filter(@Nullable Bot bot, @Nullable State state) {}

    /**
     * A message that was given up.
     *
     * @param method of the Bot API
     * @param reason as Telegram or the network put it
     * @param words the beginning of what it says, or null for what says nothing
     * @param forgotten whether its words are gone, so that it cannot be sent again
     */
    record GivenUp(
            long id,
            Bot bot,
            long telegramId,
            String method,
            State state,
            Priority priority,
            @Nullable String reason,
            @Nullable String words,
            int attempts,
            boolean forgotten,
            Instant createdAt) {}

    /** The newest first. @param beforeId the last one of the page before, or null */
    List<GivenUp> givenUp(Filter filter, @Nullable Long beforeId, int limit);

    long countGivenUp(Filter filter);

    /** Puts those which are given up back into the queue; how many. */
    int retry(Collection<Long> ids);

    /** Leaves those which are given up at that; how many. */
    int drop(Collection<Long> ids);

    /** The ids of all that a filter finds, at most so many of them. */
    List<Long> ids(Filter filter, int limit);

    /**
     * How a bot does.
     *
     * @param lastUpdate when somebody last did something there, of what is kept for three days
     */
    record BotState(
            Bot bot,
            Optional<TransportReport.Lost> lost,
            Optional<Instant> lastUpdate,
            Optional<Instant> lastSent,
            Optional<Instant> oldestWaiting) {}

    List<BotState> bots();

    /** Somebody's chat with a bot. @param lastRefusal why the last message that failed did, if none has arrived since */
    record Chat(
            Bot bot, @Nullable Instant lastSent, @Nullable String lastRefusal) {}

    /**
     * Waits until nobody answers these people, and keeps others waiting until the transaction ends. To be called before
     * their rows are locked: so does whoever answers them.
     */
    void hold(Collection<Long> telegramIds);

    /** The chats of a person that the bots have written to or heard from. */
    List<Chat> chats(long telegramId);
}
