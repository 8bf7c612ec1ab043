package ru.trenergram.bench;

import java.time.Duration;
import java.util.List;

/**
 * @param quick a short try, whose figures are not written down
 * @param fresh seeds again
 */
record Options(boolean quick, boolean fresh) {

    static Options of(String[] arguments) {
        List<String> given = List.of(arguments);
        for (String argument : given) {
            if (!List.of("--quick", "--fresh").contains(argument)) {
                throw new IllegalArgumentException("./dev bench knows --quick and --fresh, not " + argument);
            }
        }
        return new Options(given.contains("--quick"), given.contains("--fresh"));
    }

    Duration warmUp() {
        return Duration.ofSeconds(quick ? 8 : 30);
    }

    /** One of several measurements that take turns. */
    Duration turn() {
        return Duration.ofSeconds(quick ? 4 : 10);
    }

    /** In all they are as long as the warm-up. */
    int turns() {
        return quick ? 2 : 3;
    }
}
