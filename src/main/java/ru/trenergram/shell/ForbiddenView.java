package ru.trenergram.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import ru.trenergram.base.ui.Drawing;

/** For views that a role does not open. */
@AnonymousAllowed
class ForbiddenView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    ForbiddenView(Preferences preferences) {
        super(preferences);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        tell(Drawing.CLOSED, getTranslation("panel.error.forbidden.title"), getTranslation("panel.error.forbidden"));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
