package ru.trenergram.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Gives every page its language and colours before it is seen, and every session its way to tell of failures. */
@Component
class PanelStart implements VaadinServiceInitListener {

    private final transient Preferences preferences;
    private final transient Failures failures;

    PanelStart(Preferences preferences, Failures failures) {
        this.preferences = preferences;
        this.failures = failures;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::dress);
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(failures::tell));
        event.getSource().addUIInitListener(this::speak);
    }

    /** Done in the page itself: a dark page must not flash white first. */
    private void dress(IndexHtmlResponse response) {
        VaadinRequest request = response.getVaadinRequest();
        Element html = Objects.requireNonNull(response.getDocument().selectFirst("html"));
        html.attr("lang", preferences.language(request).getLanguage());
        String scheme = preferences
                .scheme(request)
                .map(chosen -> {
                    html.attr("theme", chosen.getThemeValue());
                    return chosen.getValue();
                })
                .orElse("light dark");
        html.attr("style", "color-scheme: " + scheme);
    }

    private void speak(UIInitEvent event) {
        UI ui = event.getUI();
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null) {
            ui.getSession().setLocale(preferences.language(request));
            ui.setLocale(ui.getSession().getLocale());
        }
    }
}
