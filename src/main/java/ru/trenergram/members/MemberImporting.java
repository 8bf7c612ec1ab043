package ru.trenergram.members;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Lists that were started are applied here, also after a restart, until they are through. */
@Component
class MemberImporting {

    private final ImportSteps steps;

    MemberImporting(ImportSteps steps) {
        this.steps = steps;
    }

    /** In transactions of its own, so that one sees how far it is, and what is done stays done. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ImportStarted event) {
        boolean more = true;
        while (more) {
            more = steps.apply(event.importId());
        }
    }
}
