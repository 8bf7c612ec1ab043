package ru.trenergram.telegram.web;

import ru.trenergram.telegram.Webhooks;

/** Lets tests of the transport call the controller without the rest of the application. */
public final class WebhookDoor {

    private WebhookDoor() {}

    public static Object on(Webhooks webhooks) {
        return new WebhookController(webhooks);
    }
}
