package ru.trenergram.trainers.web;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;

/** Leads who has opened a Mini App in a plain browser into the chat with the bot, from where it opens as it should. */
@RestController
class BotDoor {

    /** Kept as the source of who had never written to the bot before. */
    private static final String SOURCE = "src_browser";

    private final BotLinks links;

    BotDoor(BotLinks links) {
        this.links = links;
    }

    @GetMapping({"/client/bot", "/trainer/bot"})
    ResponseEntity<Void> bot() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(links.deepLink(Bot.MAIN, SOURCE)))
                .cacheControl(CacheControl.noCache())
                .build();
    }
}
