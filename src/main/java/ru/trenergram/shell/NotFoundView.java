package ru.trenergram.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import ru.trenergram.base.ui.Drawing;

/** For addresses that lead nowhere. */
@AnonymousAllowed
class NotFoundView extends ErrorPage implements HasErrorParameter<NotFoundException> {

    NotFoundView(Preferences preferences) {
        super(preferences);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        tell(Drawing.LOST, getTranslation("panel.error.not-found.title"), getTranslation("panel.error.not-found"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
