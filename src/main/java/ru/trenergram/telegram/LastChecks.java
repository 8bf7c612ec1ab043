package ru.trenergram.telegram;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.LastCheck;

/** Asks the modules whether a message is still wanted. They are looked for late: they may themselves send messages. */
@Component
class LastChecks {

    private final ObjectProvider<LastCheck> checks;

    LastChecks(ObjectProvider<LastCheck> checks) {
        this.checks = checks;
    }

    boolean allow(String dedupeKey) {
        List<LastCheck> asked = checks.stream()
                .filter(check -> dedupeKey.startsWith(check.keyPrefix()))
                .toList();
        return asked.stream().allMatch(check -> check.stillWanted(dedupeKey));
    }
}
