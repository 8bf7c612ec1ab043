package ru.trenergram.e2e;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;

/**
 * A phone that a Mini App is opened on.
 *
 * @param width CSS pixels
 * @param theme of Telegram on it
 * @param zone of its clock, an IANA name
 * @param telegram the version of the Bot API that its Telegram speaks
 */
record Phone(int width, Theme theme, String zone, String telegram) {

    static final int HEIGHT = 844;

    /** Telegram's own palettes, and one that somebody made. */
    enum Theme {
        LIGHT("#ffffff", "#efeff4", "#000000", "#2481cc", "#ffffff"),
        DARK("#17212b", "#0e1621", "#f5f5f5", "#5288c1", "#ffffff"),
        COLOURFUL("#fff4e0", "#ffe3b8", "#3b2500", "#ffb000", "#3b2500");

        private final Map<String, String> parameters;

        Theme(String background, String secondary, String text, String button, String buttonText) {
            parameters = Map.of(
                    "bg_color", background,
                    "secondary_bg_color", secondary,
                    "text_color", text,
                    "button_color", button,
                    "button_text_color", buttonText);
        }

        Map<String, String> parameters() {
            return parameters;
        }

        ColorScheme colors() {
            return this == DARK ? ColorScheme.DARK : ColorScheme.LIGHT;
        }
    }

    static final Phone USUAL = new Phone(390, Theme.LIGHT, "Europe/Moscow", "9.1");

    Phone wide(int pixels) {
        return new Phone(pixels, theme, zone, telegram);
    }

    Phone in(Theme other) {
        return new Phone(width, other, zone, telegram);
    }

    Phone at(String otherZone) {
        return new Phone(width, theme, otherZone, telegram);
    }

    Phone speaking(String version) {
        return new Phone(width, theme, zone, version);
    }
}
