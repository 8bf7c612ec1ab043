package ru.trenergram.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who chats with a bot through the simulator, so that a test reads like a chat: {@code anna.sends("/start");
 * anna.sees("Who are you?"); anna.presses("I am a trainer");}, or with a {@link Text} in either language. What has been seen
 * once is not seen again.
 */
public final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api api;
    private final String bot;
    private final String chat;
    private final long telegramId;
    private final List<String> unseen = new ArrayList<>();
    private String language;
    private long next;

    private Person(Api api, String bot, long telegramId, String language) {
        this.api = api;
        this.telegramId = telegramId;
        this.language = language;
        this.bot = bot;
        this.chat = api.address("/simulator/api/chats/" + bot + "/" + telegramId);
    }

    /** A new account, in its chat with the main bot. */
    public static Person named(String firstName, String language, Api api) {
        JsonNode account = api.nobody()
                .post(api.address("/simulator/api/people"), Map.of("first_name", firstName, "language_code", language))
                .json();
        return new Person(api, "main", account.path("telegram_id").asLong(), language);
    }

    /**
     * Somebody of whom the simulator knows; what they have read is not seen again.
     *
     * @param bot {@code main} or {@code staff}
     */
    public static Person known(String bot, long telegramId, String language, Api api) {
        Person person = new Person(api, bot, telegramId, language);
        person.receive();
        person.unseen.clear();
        return person;
    }

    /** The same person in their chat with the staff bot. */
    public Person inStaffBot() {
        return new Person(api, "staff", telegramId, language);
    }

    public long telegramId() {
        return telegramId;
    }

    /** Digits, as Telegram sends it. */
    public String phone() {
        return api.nobody()
                .get(api.address("/simulator/api/people/" + telegramId))
                .json()
                .path("phone")
                .asString("");
    }

    /** From here on the bots are expected to speak this language with them. */
    public void speaks(String language) {
        this.language = language;
    }

    /** A text as this person reads it. */
    public String reads(Text text) {
        return text.in(language);
    }

    public void sends(String text) {
        post("/messages", Map.of("text", text));
    }

    /** What a key under the chat says. */
    public void sends(Text text) {
        sends(reads(text));
    }

    public void sendsSticker() {
        post("/sticker", Map.of());
    }

    /** A photo, voice, document, dice or poll. */
    public void sendsThing(String kind) {
        post("/things", Map.of("kind", kind));
    }

    /** Answers the newest message of the bot that contains this. */
    public void replies(String to, String text) {
        post("/messages", Map.of("text", text, "reply_to_message_id", shown(to).id()));
    }

    public void repliesWithThing(String to, String kind) {
        post("/things", Map.of("kind", kind, "reply_to_message_id", shown(to).id()));
    }

    /** Changes the newest text that the person has sent. */
    public void edits(String text) {
        long newest = 0;
        for (JsonNode message : api.nobody().get(chat + "/messages").json().path("items")) {
            if (!message.path("from").path("is_bot").asBoolean()) {
                newest = message.path("message_id").asLong();
            }
        }
        post("/edit", Map.of("message_id", newest, "text", text));
    }

    public void blocks(boolean blocked) {
        post("/block", Map.of("blocked", blocked));
    }

    /** The newest message of the bot that contains this, as it stands now. */
    public Shown shown(String text) {
        return shown(text, message -> message.contains(text));
    }

    public Shown shown(Text text) {
        return shown(text.toString(), message -> text.isIn(message, language));
    }

    private Shown shown(String what, Predicate<String> wanted) {
        return chat().reversed().stream()
                .filter(message -> wanted.test(message.text()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No “" + what + "” in " + chat()));
    }

    public void sendsLocation() {
        post("/location", Map.of());
    }

    public void sharesContact() {
        post("/contact", Map.of("own", true));
    }

    public void sharesContactOf(Person other) {
        post("/contact", Map.of("telegram_id", other.telegramId));
    }

    /** Presses the newest button that says this, as soon as there is one. */
    public void presses(String button) {
        eventually("the button “" + button + "”")
                .until(() -> api.nobody()
                                .post(chat + "/press", Map.of("text", button))
                                .status()
                        < 300);
    }

    public void presses(Text button) {
        presses(reads(button));
    }

    /** The same person in their chat with the main bot. */
    public Person inMainBot() {
        return new Person(api, "main", telegramId, language);
    }

    /** Waits for a message that contains this and returns it; those before it are passed over. */
    public String sees(String text) {
        return sees("“" + text + "”", message -> message.contains(text));
    }

    public String sees(Text text) {
        return sees(text.toString(), message -> text.isIn(message, language));
    }

    private String sees(String what, Predicate<String> wanted) {
        eventually(what + " among " + unseen).until(() -> {
            receive();
            return unseen.stream().anyMatch(wanted);
        });
        while (true) {
            String message = unseen.removeFirst();
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    /** Asks at once, and again soon: an answer is there within milliseconds, and a test waits for dozens. */
    private static ConditionFactory eventually(String what) {
        return Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE);
    }

    /** The commands behind the menu button, in their order. */
    public List<String> menu() {
        List<String> commands = new ArrayList<>();
        overview()
                .path("commands")
                .forEach(command -> commands.add(command.path("command").asString("")));
        return commands;
    }

    /** What the menu button opens; empty where it shows the commands. */
    public String menuButton() {
        return overview().path("menu_button").path("web_app").path("url").asString("");
    }

    /** What stands behind a command of that menu. */
    public String described(String command) {
        for (JsonNode shown : overview().path("commands")) {
            if (shown.path("command").asString("").equals(command)) {
                return shown.path("description").asString("");
            }
        }
        throw new AssertionError("No /" + command + " in " + menu());
    }

    /** The keys under the chat, row by row. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        overview()
                .path("reply_keyboard")
                .path("keyboard")
                .forEach(row -> row.forEach(key -> keys.add(key.path("text").asString(""))));
        return keys;
    }

    private JsonNode overview() {
        JsonNode chats = api.nobody()
                .get(api.address("/simulator/api/people/" + telegramId + "/chats"))
                .json();
        for (JsonNode item : chats.path("items")) {
            if (item.path("bot").asString("").equals(bot)) {
                return item;
            }
        }
        throw new AssertionError("No chat with " + bot);
    }

    /** Presses a button of this message, known by its data. */
    public void pressesData(long messageId, String data) {
        post("/press", Map.of("message_id", messageId, "data", data));
    }

    /** Presses a button of the bot with this data that no code has made, as an older version might have. */
    public void pressesStray(String data) {
        var button = Map.of("text", "?", "callback_data", data);
        var message = Map.of(
                "chat_id",
                telegramId,
                "text",
                "?",
                "reply_markup",
                Map.of("inline_keyboard", List.of(List.of(button))));
        JsonNode sent = api.nobody()
                .post(api.address("/bot" + api.token(bot) + "/sendMessage"), message)
                .json();
        pressesData(sent.path("result").path("message_id").asLong(), data);
    }

    /** A message of the bot as it stands in the chat now. */
    public record Shown(long id, String text, List<String> buttons, JsonNode keyboard) {

        /** The data of the button that says this. */
        public String data(String button) {
            return key(button).path("callback_data").asString("");
        }

        /** Where the button that says this leads. */
        public String url(String button) {
            return key(button).path("url").asString("");
        }

        private JsonNode key(String button) {
            for (JsonNode row : keyboard) {
                for (JsonNode key : row) {
                    if (key.path("text").asString("").equals(button)) {
                        return key;
                    }
                }
            }
            throw new AssertionError("No button “" + button + "” in " + this);
        }
    }

    /** All that the bot has written and nobody has deleted, as it stands now, the oldest first. */
    public List<Shown> chat() {
        List<Shown> shown = new ArrayList<>();
        for (JsonNode message : api.nobody().get(chat + "/messages").json().path("items")) {
            if (message.path("from").path("is_bot").asBoolean()) {
                JsonNode keyboard = message.path("reply_markup").path("inline_keyboard");
                List<String> buttons = new ArrayList<>();
                keyboard.forEach(
                        row -> row.forEach(key -> buttons.add(key.path("text").asString(""))));
                shown.add(new Shown(
                        message.path("message_id").asLong(),
                        message.path("text").asString(""),
                        buttons,
                        keyboard));
            }
        }
        return shown;
    }

    private void receive() {
        JsonNode changes =
                api.nobody().get(chat + "/messages?wait=1&after=" + next).json();
        next = changes.path("next").asLong();
        for (JsonNode message : changes.path("items")) {
            if (message.path("from").path("is_bot").asBoolean()) {
                unseen.add(message.path("text").asString("")
                        + message.path("caption").asString(""));
            }
        }
        for (JsonNode answer : changes.path("answers")) {
            unseen.add(answer.path("text").asString(""));
        }
    }

    private void post(String path, Object body) {
        Api.Answer answer = api.nobody().post(chat + path, body);
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    }
}
