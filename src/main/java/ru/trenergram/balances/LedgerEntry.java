package ru.trenergram.balances;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * A line of the ledger of one trainer and one client.
 *
 * @param id rises with every entry of a pair
 * @param trainerId user id, like {@code clientId}
 * @param amount what it added to the balance: positive for a top-up, negative for a charge
 * @param balanceAfter the sum of all entries of the pair up to and with this one
 * @param bookingId of a charge
 */
public record LedgerEntry(
        long id,
        long trainerId,
        long clientId,
        EntryKind kind,
        Money amount,
        Money balanceAfter,
        @Nullable UUID bookingId,
        EntryReason reason,
        Instant createdAt) {}
