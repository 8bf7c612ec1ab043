package ru.trenergram.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
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
        event.getSource().setSystemMessagesProvider(this::messages);
    }

    /** What the browser says of itself when there is no page any more that could. */
    private SystemMessages messages(SystemMessagesInfo info) {
        Locale language = info.getRequest() == null ? info.getLocale() : preferences.language(info.getRequest());
        var messages = new CustomizedSystemMessages();
        messages.setInternalErrorCaption(I18NProvider.translate(language, "panel.broken"));
        messages.setInternalErrorMessage(I18NProvider.translate(language, "panel.broken.what"));
        messages.setCookiesDisabledCaption(I18NProvider.translate(language, "panel.cookies"));
        messages.setCookiesDisabledMessage(I18NProvider.translate(language, "panel.cookies.what"));
        return messages;
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
        ui.getReconnectDialogConfiguration().setDialogText(ui.getTranslation("panel.connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(ui.getTranslation("panel.connection.gave-up"));
    }
}
