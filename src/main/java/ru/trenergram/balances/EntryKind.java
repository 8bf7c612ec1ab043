package ru.trenergram.balances;

/** What an entry of a ledger is (PRODUCT.md, "Money between client and trainer"). */
public enum EntryKind {
    TOPUP,
    CHARGE,
    ADJUSTMENT
}
