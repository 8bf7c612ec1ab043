package ru.trenergram.base;

import java.util.Collection;
import java.util.stream.Collectors;

/** Some of what has fallen due could not be handled; all the rest was. Its message names them, by their ids only. */
public final class DueWorkFailedException extends RuntimeException {

    private static final int NAMED = 3;

    DueWorkFailedException(Collection<?> ids, Throwable first) {
        super(
                ids.stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "))
                        + (ids.size() > NAMED ? " +" + (ids.size() - NAMED) : ""),
                first);
    }
}
