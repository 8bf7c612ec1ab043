package ru.trenergram.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.Drawing;

/** For a service's refusal on the way into a view. What one may not see looks like what is not there. */
@AnonymousAllowed
class RefusalView extends ErrorPage implements HasErrorParameter<DomainException> {

    RefusalView(Preferences preferences) {
        super(preferences);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<DomainException> parameter) {
        DomainException refusal = parameter.getException();
        int status = refusal.code().status();
        if (status == HttpServletResponse.SC_NOT_FOUND) {
            tell(Drawing.LOST, getTranslation("panel.error.not-found.title"), getTranslation("panel.error.not-found"));
        } else if (status == HttpServletResponse.SC_FORBIDDEN) {
            tell(
                    Drawing.CLOSED,
                    getTranslation("panel.error.forbidden.title"),
                    getTranslation("panel.error.forbidden"));
        } else {
            tell(Drawing.CLOSED, getTranslation("panel.error.refused.title"), Failures.sentence(refusal));
        }
        return status;
    }
}
