package ru.trenergram.telegram.spi;

import java.util.Locale;
import java.util.Map;

/**
 * One update and the answers to it. Answers, dialog state and whatever else the handler writes land in one transaction
 * with the mark that the update is done: after a crash the turn is taken again as if it had never begun.
 */
public interface Turn {

    Bot bot();

    Interlocutor user();

    Input input();

    /** A text of the message bundles in the person's language. */
    String text(String key, Object... arguments);

    /** Sends a message to this chat. */
    void say(Message message);

    default void say(String html) {
        say(Message.of(html));
    }

    /** Replaces the message whose button was pressed; says it anew where no button was. */
    void edit(Message message);

    /** A short notice over the chat in answer to a pressed button; said as a message where no button was. */
    void toast(String text);

    /** What this dialog has gathered so far; empty outside a dialog. */
    Map<String, String> answers();

    /** The step the person is asked at, or an empty text outside a dialog. */
    String step();

    /** Waits for the next input of this chat at a step of a dialog. */
    void await(String dialog, String step, Map<String, String> answers);

    /** Leaves the dialog. */
    void endDialog();

    default Locale locale() {
        return user().locale();
    }
}
