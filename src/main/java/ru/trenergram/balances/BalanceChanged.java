package ru.trenergram.balances;

/** An entry was added to a ledger; its facts are read with {@link Balances#entry}. */
public record BalanceChanged(long entryId, EntryKind kind) {}
