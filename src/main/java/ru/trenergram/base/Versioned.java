package ru.trenergram.base;

import org.jspecify.annotations.Nullable;

/** An answer of the API that can be edited: its version goes out as the {@code ETag}, too. */
public interface Versioned {

    /** Null for whoever may not edit it. */
    @Nullable Integer version();
}
