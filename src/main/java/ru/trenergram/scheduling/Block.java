package ru.trenergram.scheduling;

import org.jspecify.annotations.Nullable;

/** Time in which a trainer is busy with something of their own. */
public record Block(long id, Span time, @Nullable String reason) {}
