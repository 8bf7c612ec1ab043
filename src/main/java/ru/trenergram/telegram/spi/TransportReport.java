package ru.trenergram.telegram.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the transport does, over all nodes. */
public interface TransportReport {

    /** The bots of this installation. */
    List<Bot> bots();

    /** Since when the oldest message that should have gone out has been waiting; broadcasts, which take their time, apart. */
    Optional<Instant> oldestWaiting(Bot bot);

    /** Since when Telegram cannot be asked for a bot's updates; empty while it can. */
    Optional<Lost> lost(Bot bot);

    /** What Telegram refused for good since then. */
    List<Refused> refused(Instant since);

    /** @param reason as the library or Telegram put it */
    record Lost(Instant since, String reason) {}

    /** @param reason as Telegram put it */
    record Refused(long id, Bot bot, String reason, Instant at) {}
}
