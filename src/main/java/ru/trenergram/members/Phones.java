package ru.trenergram.members;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people write them, and as they are kept: {@code +} and the digits (ITU-T E.164). */
final class Phones {

    private static final Pattern WRITTEN = Pattern.compile("\\+?[\\d\\s()./\\u00a0\\u2010-\\u2015-]+");
    private static final int OF_RUSSIA = 11;

    private Phones() {}

    /** Without a country's code it is a number of Russia, where people write 8 for +7. Empty when it is no number. */
    static Optional<String> normal(String written) {
        String text = written.strip();
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = digits(text);
        if (text.startsWith("+")) {
            return kept(digits);
        }
        if (digits.length() == OF_RUSSIA && (digits.startsWith("8") || digits.startsWith("7"))) {
            return kept("7" + digits.substring(1));
        }
        if (digits.length() == OF_RUSSIA - 1) {
            return kept("7" + digits);
        }
        return digits.startsWith("00") ? kept(digits.substring(2)) : Optional.empty();
    }

    static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static Optional<String> kept(String digits) {
        return digits.matches("[1-9]\\d{6,14}") ? Optional.of("+" + digits) : Optional.empty();
    }
}
