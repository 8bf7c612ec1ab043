package ru.trenergram.simulator.botapi;

import java.util.List;
import java.util.regex.Pattern;

/** Why a file cannot be sent by what was given for it, as Telegram says it (tdlib's FileManager). */
final class FileIds {

    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]*");

    /** How the identifiers of pictures and of documents begin: the kind of file and its data centre. */
    private static final List<String> BEGINNINGS = List.of("AgAC", "BQAC");

    private FileIds() {}

    /** @param given that names no file of this bot */
    static BotApiException refusal(String given) {
        return BotApiException.badRequest(problem(given));
    }

    private static String problem(String given) {
        if (given.contains(".")) {
            return "failed to get HTTP URL content"; // the simulator downloads nothing
        }
        if (given.length() % 4 == 1) {
            return "wrong remote file identifier specified: Wrong string length";
        }
        if (!BASE64_URL.matcher(given).matches()) {
            return "wrong remote file identifier specified: Wrong character in the string";
        }
        return BEGINNINGS.stream().anyMatch(given::startsWith)
                ? "wrong file identifier/HTTP URL specified"
                : "wrong remote file identifier specified: can't unserialize it. Wrong last symbol";
    }
}
