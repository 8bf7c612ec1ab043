package ru.trenergram.trainers;

import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * What a trainer's roster says about a client from now on.
 *
 * @param price agreed with this client, or null for the trainer's own
 * @param version the one that the trainer saw
 */
public record RosterChange(@Nullable String note, @Nullable Money price, boolean archived, int version) {}
