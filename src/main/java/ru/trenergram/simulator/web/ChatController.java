package ru.trenergram.simulator.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccounts;
import ru.trenergram.simulator.chats.ChatViews;
import ru.trenergram.simulator.chats.Conversations;
import ru.trenergram.simulator.chats.Json;
import ru.trenergram.simulator.chats.LaunchData;
import ru.trenergram.simulator.chats.MiniAppLaunches;
import ru.trenergram.simulator.chats.Waker;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.node.ObjectNode;

/** One chat of a person, who acts here: for the chat page and for tests. Messages are Telegram's Message. */
@RestController
@RequestMapping("/simulator/api/chats/{bot}/{personId}")
@WhenSimulated
class ChatController {

    private static final long LONGEST_WAIT_SECONDS = 25;

    private final BotAccounts bots;
    private final Conversations conversations;
    private final ChatViews views;
    private final LaunchData launchData;
    private final MiniAppLaunches launches;
    private final Waker waker;

    ChatController(
            BotAccounts bots,
            Conversations conversations,
            ChatViews views,
            LaunchData launchData,
            MiniAppLaunches launches,
            Waker waker) {
        this.bots = bots;
        this.conversations = conversations;
        this.views = views;
        this.launchData = launchData;
        this.launches = launches;
        this.waker = waker;
    }

    record NewText(@Nullable String text, @Nullable Long replyToMessageId) {}

    record NewThing(@Nullable String kind, @Nullable Long replyToMessageId) {}

    record Edited(long messageId, @Nullable String text) {}

    /** The own contact; or that of another account; or a card with a name and a phone alone. */
    record NewContact(
            @Nullable Boolean own,
            @Nullable Long telegramId,
            @Nullable String firstName,
            @Nullable String phone) {}

    /** A button by its message and data; without a message the newest that has it; without data by its text. */
    record Press(
            @Nullable Long messageId,
            @Nullable String data,
            @Nullable String text) {}

    record Pressed(String pressId) {}

    record Block(boolean blocked) {}

    record Read(long messageId) {}

    record Signed(String initData) {}

    record Opened(@Nullable String url) {}

    /**
     * The messages that are new or changed, and answers to presses.
     *
     * @param after what {@code next} was in the answer before; 0 for all
     * @param wait seconds that the answer may wait for something new
     */
    @GetMapping("/messages")
    ChatViews.Changes messages(
            @PathVariable String bot,
            @PathVariable long personId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") long wait) {
        var patience = Duration.ofSeconds(Math.clamp(wait, 0, LONGEST_WAIT_SECONDS));
        return waker.await(
                        patience,
                        () -> Optional.of(views.changes(bot(bot), personId, after))
                                .filter(changes -> changes.next() > after))
                .orElseGet(() -> views.changes(bot(bot), personId, after));
    }

    @PostMapping("/messages")
    ResponseEntity<String> say(@PathVariable String bot, @PathVariable long personId, @RequestBody NewText given) {
        if (given.text() == null) {
            throw SimulatorProblem.invalid("text");
        }
        return created(conversations.say(bot(bot), personId, given.text(), given.replyToMessageId()));
    }

    @PostMapping("/contact")
    ResponseEntity<String> contact(
            @PathVariable String bot, @PathVariable long personId, @RequestBody NewContact given) {
        if (Boolean.TRUE.equals(given.own())) {
            return created(conversations.shareOwnContact(bot(bot), personId));
        }
        if (given.telegramId() != null) {
            return created(conversations.shareContactOf(bot(bot), personId, given.telegramId()));
        }
        if (given.firstName() == null || given.phone() == null) {
            throw SimulatorProblem.invalid("contact");
        }
        return created(conversations.shareCard(bot(bot), personId, given.firstName(), given.phone()));
    }

    @PostMapping("/sticker")
    ResponseEntity<String> sticker(@PathVariable String bot, @PathVariable long personId) {
        return created(conversations.sendSticker(bot(bot), personId));
    }

    /** A photo, a voice message, a document … */
    @PostMapping("/things")
    ResponseEntity<String> thing(@PathVariable String bot, @PathVariable long personId, @RequestBody NewThing given) {
        String kind = given.kind() == null ? "" : given.kind();
        return created(conversations.sendThing(bot(bot), personId, kind, given.replyToMessageId()));
    }

    @PostMapping("/edit")
    ResponseEntity<String> edit(@PathVariable String bot, @PathVariable long personId, @RequestBody Edited given) {
        if (given.text() == null || given.text().isBlank()) {
            throw SimulatorProblem.invalid("text");
        }
        return created(conversations.edit(bot(bot), personId, given.messageId(), given.text()));
    }

    @PostMapping("/location")
    ResponseEntity<String> location(@PathVariable String bot, @PathVariable long personId) {
        return created(conversations.sendLocation(bot(bot), personId));
    }

    @PostMapping("/press")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Pressed press(@PathVariable String bot, @PathVariable long personId, @RequestBody Press given) {
        if (given.data() == null && given.text() == null) {
            throw SimulatorProblem.invalid("button");
        }
        return new Pressed(conversations.press(bot(bot), personId, given.messageId(), given.data(), given.text()));
    }

    @PostMapping("/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(@PathVariable String bot, @PathVariable long personId, @RequestBody Block given) {
        conversations.block(bot(bot), personId, given.blocked());
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String bot, @PathVariable long personId, @RequestBody Read given) {
        conversations.read(bot(bot), personId, given.messageId());
    }

    /** The raw initData of this person for a Mini App of this bot, signed at this moment. */
    @PostMapping("/init-data")
    Signed initData(@PathVariable String bot, @PathVariable long personId) {
        return new Signed(launchData.sign(bot(bot), personId));
    }

    /** What to load in a frame in order to open this Mini App. */
    @PostMapping("/mini-app")
    MiniAppLaunches.Launch miniApp(@PathVariable String bot, @PathVariable long personId, @RequestBody Opened given) {
        if (given.url() == null) {
            throw SimulatorProblem.invalid("url");
        }
        return launches.launch(bot(bot), personId, given.url());
    }

    private Bot bot(String slug) {
        return bots.withSlug(slug)
                .orElseThrow(() -> SimulatorProblem.notFound("bot"))
                .bot();
    }

    private static ResponseEntity<String> created(ObjectNode message) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.write(message));
    }
}
