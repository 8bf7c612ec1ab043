package ru.trenergram.balances;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why an entry was made. */
public sealed interface EntryReason {

    /**
     * The trainer entered it.
     *
     * @param comment in the trainer's words; always there for an adjustment
     */
    record ByTrainer(@Nullable String comment) implements EntryReason {}

    /**
     * A session was charged.
     *
     * @param hoursBefore the trainer's rule at the time of booking: how long before the start it is charged
     * @param chargeAt the moment that the rule gives
     * @param agreedLater whether the session was agreed after that moment, and therefore charged at once
     */
    record SessionCharged(int hoursBefore, Instant chargeAt, Instant startsAt, boolean agreedLater)
            implements EntryReason {}

    /** A charged session was moved by the trainer's side, and the client did not agree to the new time. */
    record MoveNotAccepted() implements EntryReason {}
}
