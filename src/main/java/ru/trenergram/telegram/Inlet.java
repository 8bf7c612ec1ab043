package ru.trenergram.telegram;

import java.util.Optional;

/** A way by which a bot's updates come in, while it is open. */
interface Inlet extends AutoCloseable {

    /** How it works, for the health report. */
    String kind();

    /** Whether it has to be opened anew. */
    boolean isOver();

    /** What keeps updates from coming in at the moment, if anything does. */
    Optional<String> trouble();

    /** Is called twice a minute. */
    void look();

    @Override
    void close();
}
