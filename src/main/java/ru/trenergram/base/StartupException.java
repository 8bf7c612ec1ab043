package ru.trenergram.base;

import org.jspecify.annotations.Nullable;

/**
 * The service cannot start, and a person can do something about it. Any module may throw it, or a subclass, while the
 * application starts: its sentence is all that is printed, and the process ends with exit code 1.
 */
public class StartupException extends RuntimeException {

    /** @param sentence what is wrong and what to do, in English, ended by a full stop, without secrets */
    public StartupException(String sentence) {
        this(sentence, null);
    }

    /**
     * @param sentence what is wrong and what to do, in English, ended by a full stop, without secrets
     * @param cause printed at debug level only
     */
    public StartupException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
