package ru.trenergram.alerts;

/** What super-admins are told of. */
enum AlertKind {
    JOB_FAILED("alert.job_failed"),
    QUEUE_STUCK("alert.queue_stuck"),
    CONNECTION_LOST("alert.connection_lost"),
    CONNECTION_BACK("alert.connection_back"),
    MESSAGE_REFUSED("alert.message_refused");

    private final String messageKey;

    AlertKind(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of its headline in the message bundles. */
    String messageKey() {
        return messageKey;
    }
}
