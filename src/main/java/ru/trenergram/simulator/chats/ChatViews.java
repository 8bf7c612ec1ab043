package ru.trenergram.simulator.chats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.simulator.SimulatedPeople;
import ru.trenergram.simulator.SimulatedPerson;
import ru.trenergram.simulator.SimulatorProblem;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the chat page shows. A view is of one moment: nothing falls between its parts. */
@Service
@WhenSimulated
public class ChatViews {

    private static final int MOST_MESSAGES = 300;

    private final Chats chats;
    private final Messages messages;
    private final Presses presses;
    private final BotSettings settings;
    private final BotAccounts bots;
    private final SimulatedPeople people;

    ChatViews(
            Chats chats,
            Messages messages,
            Presses presses,
            BotSettings settings,
            BotAccounts bots,
            SimulatedPeople people) {
        this.chats = chats;
        this.messages = messages;
        this.presses = presses;
        this.settings = settings;
        this.bots = bots;
        this.people = people;
    }

    /** Both chats of a person. {@code version} differs whenever anything in them does. */
    public record Overview(String version, List<ChatView> items) {}

    /** A chat as it stands in the list and around the messages. */
    public record ChatView(
            String bot,
            long personId,
            boolean started,
            boolean blocked,
            int unread,
            @Nullable JsonNode lastMessage,
            @Nullable JsonNode replyKeyboard,
            JsonNode commands,
            JsonNode menuButton) {}

    /**
     * What has changed in a chat.
     *
     * @param items Telegram's Message, new and edited
     * @param deleted ids
     * @param next what to ask for the next time
     */
    public record Changes(long next, List<ObjectNode> items, List<Long> deleted, List<Presses.Answer> answers) {}

    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Overview overview(long personId) {
        SimulatedPerson person = people.find(personId).orElseThrow(() -> SimulatorProblem.notFound("person"));
        var version = new StringBuilder();
        List<ChatView> items = new ArrayList<>();
        for (BotAccount account : bots.all()) {
            Chat chat = chat(account.bot(), person);
            version.append(chat.change())
                    .append('.')
                    .append(settings.version(account.bot()))
                    .append('-');
            items.add(new ChatView(
                    account.slug(),
                    personId,
                    chat.started(),
                    chat.blocked(),
                    messages.unread(chat),
                    messages.newest(chat)
                            .map(newest -> newest.asTelegram(account))
                            .orElse(null),
                    chat.replyKeyboard(),
                    settings.commandsFor(chat),
                    settings.menuButtonFor(chat)));
        }
        return new Overview(version.toString(), items);
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Changes changes(Bot bot, long personId, long after) {
        SimulatedPerson person = people.find(personId).orElseThrow(() -> SimulatorProblem.notFound("person"));
        Chat chat = chat(bot, person);
        List<ObjectNode> items = new ArrayList<>();
        List<Long> deleted = new ArrayList<>();
        for (ChatMessage message : messages.changedAfter(chat, after, MOST_MESSAGES)) {
            if (message.deleted()) {
                deleted.add(message.messageId());
            } else {
                items.add(message.asTelegram(bots.of(bot)));
            }
        }
        return new Changes(chat.change(), items, deleted, presses.answeredAfter(chat, after));
    }

    private Chat chat(Bot bot, SimulatedPerson person) {
        return chats.find(bot, person.telegramId()).orElseGet(() -> new Chat(bot, person, false, false, 0, 0, null));
    }
}
