package ru.trenergram.api;

import java.util.Locale;

/** Names of Java as the API spells them. */
final class Spelling {

    private Spelling() {}

    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
