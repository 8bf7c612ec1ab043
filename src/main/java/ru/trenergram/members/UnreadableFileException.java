package ru.trenergram.members;

import org.jspecify.annotations.Nullable;

/** An uploaded file that is no list of clients; nothing of it has been kept. */
public class UnreadableFileException extends RuntimeException {

    /** What is wrong with it. */
    public enum Problem {
        /** Neither CSV nor a workbook of Excel 2007 or later. */
        UNKNOWN_KIND,
        BROKEN,
        EMPTY,
        TOO_LARGE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS
    }

    private final Problem problem;

    UnreadableFileException(Problem problem, @Nullable Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    UnreadableFileException(Problem problem) {
        this(problem, null);
    }

    public Problem problem() {
        return problem;
    }
}
