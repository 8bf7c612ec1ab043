package ru.trenergram.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import ru.trenergram.base.ui.Drawing;

/** For our own faults: a number to name to support, which finds the log entry, and a way on. */
@AnonymousAllowed
class UnexpectedErrorView extends ErrorPage implements HasErrorParameter<Exception> {

    private final transient Failures failures;

    UnexpectedErrorView(Preferences preferences, Failures failures) {
        super(preferences);
        this.failures = failures;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String number = failures.record(parameter.getException());
        var again = new Button(
                getTranslation("panel.error.again"),
                click -> UI.getCurrent().getPage().reload());
        again.addThemeVariants(ButtonVariant.TERTIARY);
        tell(
                Drawing.BROKEN,
                getTranslation("panel.error.unexpected.title"),
                getTranslation("panel.error.unexpected", number),
                again);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
