package ru.trenergram.telegram.spi;

import java.util.Locale;
import java.util.Map;

/**
 * One update and the answers to it. Answers, dialog state and whatever else the handler writes land in one transaction
 * with the mark that the update is done: after a crash the turn is taken again as if it had never begun.
 *
 * <p>A {@link ru.trenergram.base.DomainException} must leave the handler: it rolls back all that the handler did, its
 * sentence is told to the person, and the dialog stays at its step. To answer a rule in other words, check before calling
 * the service; a transactional service that threw has already doomed the transaction, caught or not. Any other exception
 * is tried three times, then the person is told that it is our fault.
 */
public interface Turn {

    Bot bot();

    Interlocutor user();

    Input input();

    /** A text of the message bundles in the person's language. */
    String text(String key, Object... arguments);

    /** Of what the person sent, or of the message whose button they pressed. */
    long messageId();

    /** The keyboard that stays under this chat, or {@link Message.Keyboard.Remove} where there is none. */
    Message.Keyboard home();

    /** Sends a message to this chat. */
    void say(Message message);

    default void say(String html) {
        say(Message.of(html));
    }

    /**
     * Replaces the message whose button was pressed. Where that cannot be (no button, a photo on either side, a reply
     * keyboard), the buttons are taken off the old message and this one is said anew.
     */
    void edit(Message message);

    /**
     * A short notice over the chat in answer to a pressed button, plain text of at most 200 characters; said as a message
     * where no button was, where it is longer, and from the second one on.
     */
    void toast(String text);

    /** What this dialog has gathered so far; empty outside a dialog. */
    Map<String, String> answers();

    /** The step the person is asked at, or an empty text outside a dialog and only there. */
    String step();

    /** Waits for the next input of this chat at a step of a dialog, which some module must have a route for. */
    void await(String dialog, String step, Map<String, String> answers);

    /** As {@link #await}, but what was open meanwhile goes on after {@link #resume}. */
    void interrupt(String dialog, String step, Map<String, String> answers);

    /** Leaves the dialog for the one that it interrupted, if it did. */
    void resume();

    /** Leaves the dialog, and what it interrupted. */
    void endDialog();

    /** Puts the question of the open dialog once more, its keys along; does nothing where no dialog is open. */
    void askAgain();

    /** Answers what has nothing to do with the open dialog, which then asks again; elsewhere the keyboard that stays comes along. */
    default void sayAside(String html) {
        if (step().isEmpty()) {
            say(Message.of(html).with(home()));
        } else {
            say(html);
            askAgain();
        }
    }

    /** Goes on in another language, which the person has chosen. */
    void speak(Locale language);

    default Locale locale() {
        return user().locale();
    }
}
