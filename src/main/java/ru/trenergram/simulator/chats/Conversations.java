package ru.trenergram.simulator.chats;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.simulator.SimulatedPeople;
import ru.trenergram.simulator.SimulatedPerson;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person does in a chat. When a method returns, the message and its update are stored: a crash loses neither. */
@Service
@WhenSimulated
public class Conversations {

    private static final int LONGEST_TEXT = 4096;

    private final Chats chats;
    private final Messages messages;
    private final Updates updates;
    private final Presses presses;
    private final SimulatedPeople people;
    private final BotAccounts bots;
    private final Clock clock;

    Conversations(
            Chats chats,
            Messages messages,
            Updates updates,
            Presses presses,
            SimulatedPeople people,
            BotAccounts bots,
            Clock clock) {
        this.chats = chats;
        this.messages = messages;
        this.updates = updates;
        this.presses = presses;
        this.people = people;
        this.bots = bots;
        this.clock = clock;
    }

    /**
     * Sends a text, a command among them.
     *
     * @param answered the message that it answers, or null
     */
    @Transactional
    public ObjectNode say(Bot bot, long personId, String text, @Nullable Long answered) {
        String said = text.strip();
        if (said.isEmpty() || said.codePointCount(0, said.length()) > LONGEST_TEXT) {
            throw SimulatorProblem.invalid("text");
        }
        ObjectNode content = Json.object().put("text", said);
        var entities = DetectedEntities.in(said);
        if (!entities.isEmpty()) {
            content.set("entities", entities);
        }
        if (answered != null) {
            content.set("reply_to_message", messageOf(lock(bot, personId), answered));
        }
        return send(bot, personId, content);
    }

    /** Shares the person's own contact, as Telegram does for a key that requests it. */
    @Transactional
    public ObjectNode shareOwnContact(Bot bot, long personId) {
        SimulatedPerson person = people.find(personId).orElseThrow(() -> SimulatorProblem.notFound("person"));
        return send(bot, personId, contact(person));
    }

    /** Shares the contact of another account; a card without an account carries no id. */
    @Transactional
    public ObjectNode shareContactOf(Bot bot, long personId, long otherId) {
        SimulatedPerson other = people.find(otherId).orElseThrow(() -> SimulatorProblem.notFound("person"));
        return send(bot, personId, contact(other));
    }

    @Transactional
    public ObjectNode shareCard(Bot bot, long personId, String firstName, String phone) {
        ObjectNode content = Json.object();
        content.putObject("contact").put("phone_number", phone).put("first_name", firstName);
        return send(bot, personId, content);
    }

    @Transactional
    public ObjectNode sendSticker(Bot bot, long personId) {
        ObjectNode content = Json.object();
        content.putObject("sticker")
                .put("file_id", "CAACAgIAAxkSimulated")
                .put("file_unique_id", "AgADSimulated")
                .put("type", "regular")
                .put("width", 512)
                .put("height", 512)
                .put("is_animated", false)
                .put("is_video", false)
                .put("emoji", "\uD83D\uDCAA");
        return send(bot, personId, content);
    }

    /** Sends one of the other things that people send: their content is the least that Telegram's Message has of it. */
    @Transactional
    public ObjectNode sendThing(Bot bot, long personId, String kind, @Nullable Long answered) {
        ObjectNode content = Things.of(kind).orElseThrow(() -> SimulatorProblem.invalid("kind"));
        if (answered != null) {
            content.set("reply_to_message", messageOf(lock(bot, personId), answered));
        }
        return send(bot, personId, content);
    }

    /** Changes a text that the person has sent. */
    @Transactional
    public ObjectNode edit(Bot bot, long personId, long messageId, String text) {
        Chat chat = lock(bot, personId);
        ChatMessage message = messages.find(chat, messageId)
                .filter(own -> !own.fromBot() && own.content().has("text"))
                .orElseThrow(() -> SimulatorProblem.notFound("message"));
        ObjectNode edited = messages.edit(message, Json.object().put("text", text.strip()), null, now())
                .asTelegram(bots.of(bot));
        updates.add(bot, "edited_message", edited);
        return edited;
    }

    @Transactional
    public ObjectNode sendLocation(Bot bot, long personId) {
        ObjectNode content = Json.object();
        content.putObject("location").put("latitude", 55.7539).put("longitude", 37.6208);
        return send(bot, personId, content);
    }

    /**
     * Presses an inline button.
     *
     * @param messageId null for the newest message that has the button
     * @param data of the button; or null to look it up by its text
     * @return the id of the callback query
     */
    @Transactional
    public String press(
            Bot bot, long personId, @Nullable Long messageId, @Nullable String data, @Nullable String text) {
        Chat chat = lock(bot, personId);
        var candidates = messageId == null
                ? messages.withButtons(chat)
                : messages.find(chat, messageId).stream().toList();
        for (ChatMessage message : candidates) {
            Optional<String> pressed = callbackData(message, data, text);
            if (pressed.isPresent()) {
                return press(message, pressed.get());
            }
        }
        throw SimulatorProblem.conflict("button_gone");
    }

    private String press(ChatMessage message, String data) {
        Bot bot = message.chat().bot();
        String id = Long.toString(presses.add(message, now()));
        ObjectNode query = Json.object().put("id", id);
        query.set("from", message.chat().asUser());
        query.set("message", message.asTelegram(bots.of(bot)));
        query.put("chat_instance", Long.toString(message.chat().personId() * 31 + bot.ordinal()))
                .put("data", data);
        updates.add(bot, "callback_query", query);
        return id;
    }

    /** Blocks or unblocks the bot; nothing happens when it is so already. */
    @Transactional
    public void block(Bot bot, long personId, boolean blocked) {
        Chat chat = lock(bot, personId);
        if (chat.blocked() == blocked) {
            return;
        }
        chats.block(chat, blocked);
        ObjectNode change = Json.object();
        change.set("chat", chat.asChat());
        change.set("from", chat.asUser());
        change.put("date", now().getEpochSecond());
        change.set("old_chat_member", membership(bot, blocked ? "member" : "kicked"));
        change.set("new_chat_member", membership(bot, blocked ? "kicked" : "member"));
        updates.add(bot, "my_chat_member", change);
    }

    /** The person has seen the messages up to this one. */
    @Transactional
    public void read(Bot bot, long personId, long messageId) {
        Chat chat = lock(bot, personId);
        if (messageId > chat.readMessageId()) {
            chats.read(chat, messageId);
        }
    }

    /** What a message answers stands in it without what that answers in turn. */
    private ObjectNode messageOf(Chat chat, long messageId) {
        ObjectNode message = messages.find(chat, messageId)
                .orElseThrow(() -> SimulatorProblem.notFound("message"))
                .asTelegram(bots.of(chat.bot()));
        message.remove("reply_to_message");
        return message;
    }

    private ObjectNode send(Bot bot, long personId, ObjectNode content) {
        Chat chat = lock(bot, personId);
        if (chat.blocked()) {
            throw SimulatorProblem.conflict("bot_blocked");
        }
        if (!chat.started()) {
            chats.start(chat);
        }
        ObjectNode message =
                messages.add(chat, false, false, content, null, now()).asTelegram(bots.of(bot));
        updates.add(bot, "message", message);
        return message;
    }

    private ObjectNode membership(Bot bot, String status) {
        ObjectNode member = Json.object();
        member.set("user", bots.of(bot).asUser());
        member.put("status", status);
        if ("kicked".equals(status)) {
            member.put("until_date", 0);
        }
        return member;
    }

    private Chat lock(Bot bot, long personId) {
        return chats.lock(bot, personId).orElseThrow(() -> SimulatorProblem.notFound("person"));
    }

    private Instant now() {
        return clock.instant();
    }

    private static ObjectNode contact(SimulatedPerson person) {
        ObjectNode content = Json.object();
        ObjectNode contact =
                content.putObject("contact").put("phone_number", person.phone()).put("first_name", person.firstName());
        if (person.lastName() != null) {
            contact.put("last_name", person.lastName());
        }
        contact.put("user_id", person.telegramId());
        return content;
    }

    private static Optional<String> callbackData(ChatMessage message, @Nullable String data, @Nullable String text) {
        if (message.buttons() == null) {
            return Optional.empty();
        }
        for (JsonNode row : message.buttons().path("inline_keyboard")) {
            for (JsonNode button : row) {
                boolean wanted = data != null
                        ? data.equals(button.path("callback_data").stringValue(null))
                        : button.path("text").stringValue("").equals(text);
                if (wanted && button.has("callback_data")) {
                    return Optional.of(button.get("callback_data").stringValue());
                }
            }
        }
        return Optional.empty();
    }
}
