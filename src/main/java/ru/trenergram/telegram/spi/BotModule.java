package ru.trenergram.telegram.spi;

/** What a module teaches a bot. All beans of this type are asked once, at the start. */
public interface BotModule {

    Bot bot();

    void routes(Routes routes);

    /** What to do with a turn. A {@link ru.trenergram.base.DomainException} is told to the person in their language. */
    @FunctionalInterface
    interface Handler {
        void handle(Turn turn);
    }

    /** Which turn goes where. A route given twice stops the start. */
    interface Routes {

        /** {@code /start} without a payload. */
        Routes start(Handler handler);

        /**
         * {@code /start <prefix>…}; the handler reads the rest of the payload as {@link Input.Text}. A dialog stays open
         * over it as over a command: a link that leads nowhere must not cost what somebody has filled in.
         */
        Routes start(String payloadPrefix, Handler handler);

        /**
         * A command, without its slash. A dialog stays open over it, unless the handler ends it or begins another. {@code start} and {@code cancel} are the
         * transport's own. A description under {@code telegram.commands.<main|staff>.<name>} in the message bundles puts
         * the command into the bot's menu.
         */
        Routes command(String name, Handler handler);

        /** A command that is not for everybody: it stands in those menus only that {@link CommandMenus} gives it to. */
        Routes commandForSome(String name, Handler handler);

        /** Inline buttons whose data is {@code action} or {@code action:…}. They leave an open dialog as it is. */
        Routes button(String action, Handler handler);

        /**
         * A key of the reply keyboard, by the key of its text in the message bundles; matches in every language. A dialog
         * stays open over it, as over a command.
         */
        Routes key(String messageKey, Handler handler);

        /**
         * Every text (but commands and keys), contact or other input while the dialog of this name is open.
         *
         * @param question asks what its open step waits for, for {@link Turn#askAgain}
         */
        Routes dialog(String name, Handler question, Handler answer);
    }
}
