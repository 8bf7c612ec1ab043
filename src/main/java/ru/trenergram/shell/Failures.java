package ru.trenergram.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ErrorEvent;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.Notices;

/** Tells people of what went wrong while they worked in a view: a rule in its own words, a fault with a number. */
@Component
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String TRACE_ID = "trace_id";

    /** Logs a fault under a number that the person can read out to support: the request's trace id when there is one. */
    String record(Throwable fault) {
        String trace = MDC.get(TRACE_ID);
        String number = trace != null ? trace : UUID.randomUUID().toString();
        LOG.error("Incident {} in the panel", number, fault);
        return number;
    }

    void tell(ErrorEvent event) {
        Optional<DomainException> refusal = refusal(event.getThrowable());
        String text = refusal.map(Failures::sentence)
                .orElseGet(() -> I18NProvider.translate("panel.error.unexpected.short", record(event.getThrowable())));
        UI ui = UI.getCurrent();
        if (ui == null) {
            return;
        }
        ui.access(() -> {
            if (refusal.isPresent()) {
                Notices.refused(text);
                ui.getChildren()
                        .filter(ClubLayout.class::isInstance)
                        .map(ClubLayout.class::cast)
                        .forEach(ClubLayout::leaveWhenDismissed);
            } else {
                Notices.broken(text);
            }
        });
    }

    static String sentence(DomainException refusal) {
        return I18NProvider.translate(refusal.code().messageKey(), refusal.arguments());
    }

    /** Listeners and data providers wrap what they throw. */
    static Optional<DomainException> refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
