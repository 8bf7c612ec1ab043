package ru.trenergram.telegram;

import ru.trenergram.base.StartupException;

/** Telegram does not know a bot by the configured token. The start ends; the message says which variable to mend. */
public final class WrongBotTokenException extends StartupException {

    private final String variable;

    WrongBotTokenException(String variable, String apiUrl) {
        super(variable + " is not accepted by " + apiUrl + ": copy the token from @BotFather once more, set " + variable
                + " to it and start again.");
        this.variable = variable;
    }

    /** The environment variable that holds the token. */
    public String variable() {
        return variable;
    }
}
