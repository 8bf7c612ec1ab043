package ru.trenergram.telegram.web;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.telegram.Webhooks;

/** Takes updates (core.telegram.org/bots/api#setwebhook). */
@RestController
class WebhookController {

    /** Far more than an update has: what a person can write is 4096 characters. */
    private static final int MOST_BYTES = 1 << 20;

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping("/telegram/webhook/{bot}")
    ResponseEntity<Void> receive(
            @PathVariable String bot,
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String secret,
            InputStream body)
            throws IOException {
        byte[] update = body.readNBytes(MOST_BYTES + 1);
        if (update.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var status = switch (webhooks.receive(bot, secret, update)) {
            case STORED -> HttpStatus.OK;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNREADABLE -> HttpStatus.BAD_REQUEST;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        return ResponseEntity.status(status).build();
    }
}
