package ru.trenergram.platform.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import ru.trenergram.telegram.spi.Bot;

/** The bots in the person's language. */
final class Bots {

    private Bots() {}

    static String name(Bot bot) {
        return I18NProvider.translate("platform.bot." + bot.name().toLowerCase(Locale.ROOT));
    }
}
