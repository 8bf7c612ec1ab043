package ru.trenergram.subscriptions;

import java.time.LocalDate;

/** What happens to subscriptions. */
public sealed interface SubscriptionEvents {

    /** A club's paid time runs out, or has. */
    record StepTaken(long clubId, LocalDate paidUntil, Step step) implements SubscriptionEvents {}

    /** A super-admin entered a payment, a refund or a prolongation, or changed the tariff. */
    record EntryMade(long clubId, long entryId) implements SubscriptionEvents {}
}
