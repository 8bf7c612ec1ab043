package ru.trenergram.helpdesk;

import java.util.Optional;
import java.util.UUID;

/**
 * The dedupe key of a message from or to support: {@code support-question:<request>:<desk>} with {@code :file} for what is
 * copied behind the words, and {@code support-answer:<request>:<desk>:<which answer>} likewise.
 *
 * @param requestId its number
 * @param deskId the chat of support
 * @param whole without the end that tells the two parts apart
 */
record SupportKey(boolean isQuestion, long requestId, long deskId, String whole) {

    private static final String QUESTION = "support-question";
    private static final String ANSWER = "support-answer";
    private static final String FILE = ":file";

    static SupportKey question(long requestId, Desk desk) {
        return new SupportKey(
                true, requestId, desk.chatId(), String.join(":", QUESTION, "" + requestId, "" + desk.chatId()));
    }

    static SupportKey answer(long requestId, Desk desk) {
        String whole = String.join(":", ANSWER, "" + requestId, "" + desk.chatId(), "" + UUID.randomUUID());
        return new SupportKey(false, requestId, desk.chatId(), whole);
    }

    String file() {
        return whole + FILE;
    }

    /** Empty for the keys of all other messages. */
    static Optional<SupportKey> of(String dedupeKey) {
        String[] parts = dedupeKey.split(":");
        return parts[0].equals(QUESTION) || parts[0].equals(ANSWER)
                ? Optional.of(new SupportKey(
                        parts[0].equals(QUESTION),
                        Long.parseLong(parts[1]),
                        Long.parseLong(parts[2]),
                        dedupeKey.replaceFirst(FILE + "$", "")))
                : Optional.empty();
    }
}
