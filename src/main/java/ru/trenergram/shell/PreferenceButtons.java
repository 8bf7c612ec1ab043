package ru.trenergram.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import ru.trenergram.base.ui.LineIcon;

/** The two switches that stand on every page: the other language, and light or dark. */
class PreferenceButtons extends Span {

    private final transient Preferences preferences;
    private final Button scheme = new Button();
    private boolean dark;

    PreferenceButtons(Preferences preferences) {
        this.preferences = preferences;

        String shortly = getTranslation("panel.language.other.short");
        var language = new Button(shortly, click -> switchLanguage());
        language.addThemeVariants(ButtonVariant.TERTIARY);
        // who speaks to the browser says what they see
        language.setAriaLabel(shortly + ": " + getTranslation("panel.language.other"));
        language.setTooltipText(getTranslation("panel.language.other"));

        scheme.addThemeVariants(ButtonVariant.TERTIARY);
        scheme.addClickListener(click -> switchScheme());
        showScheme();

        addClassName("preferences");
        add(language, scheme);
    }

    /** Without a choice the device decides, and only the browser knows what. */
    @Override
    protected void onAttach(AttachEvent event) {
        preferences
                .scheme(VaadinRequest.getCurrent())
                .ifPresentOrElse(
                        chosen -> isDark(chosen == ColorScheme.Value.DARK),
                        () -> event.getUI()
                                .getPage()
                                .executeJs("return matchMedia('(prefers-color-scheme: dark)').matches")
                                .then(Boolean.class, this::isDark));
    }

    private void isDark(boolean now) {
        dark = now;
        showScheme();
    }

    /** Reloads the page: every text of it changes. */
    private void switchLanguage() {
        Locale other = Locale.of(getLocale().getLanguage().equals("ru") ? "en" : "ru");
        preferences.chooseLanguage(other);
        UI.getCurrent().getSession().setLocale(other);
        UI.getCurrent().getPage().reload();
    }

    private void switchScheme() {
        isDark(!dark);
        ColorScheme.Value chosen = dark ? ColorScheme.Value.DARK : ColorScheme.Value.LIGHT;
        preferences.chooseScheme(chosen);
        UI.getCurrent().getPage().setColorScheme(chosen);
    }

    private void showScheme() {
        String label = getTranslation(dark ? "panel.scheme.light" : "panel.scheme.dark");
        scheme.setIcon((dark ? LineIcon.SUN : LineIcon.MOON).create());
        scheme.setAriaLabel(label);
        scheme.setTooltipText(label);
    }
}
