package ru.trenergram.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives the views the same message bundles that the bots and the API use. */
@Component
class PanelTexts implements I18NProvider {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("ru"), Locale.of("en"));

    private final transient MessageSource messages;

    PanelTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The first is the default. */
    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public Locale getDefaultLocale() {
        return LANGUAGES.getFirst();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
