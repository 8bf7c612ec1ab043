package ru.trenergram.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Settings;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Post;
import ru.trenergram.telegram.spi.Replies;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * Passes on what people ask into the support chat, a group or one person's chat with the main bot, and the answers that
 * are given there back to them. Every step is a row of the outbox: a restart loses none.
 */
@Service
@Transactional
public class Support implements Replies {

    /** The route of the button that asks again. */
    public static final String ROUTE = "support";

    /** Of the dedupe keys of what goes to the support chat; the request's number follows. */
    static final String QUESTION = "support-question:";

    /** Of the dedupe keys of what goes back; the request's number follows. */
    static final String ANSWER = "support-answer:";

    /** What is said around it must find room in the message too. */
    private static final int LONGEST_QUOTE = 3500;

    /** Ends the dedupe keys of what is copied behind the words. */
    static final String FILE = ":file";

    /** Of the support chat. */
    static final Locale RUSSIAN = Locale.of("ru");

    private final Settings settings;
    private final SupportRequests requests;
    private final Users users;
    private final Trainers trainers;
    private final Roster roster;
    private final Messenger messenger;
    private final MessageSource texts;

    Support(
            Settings settings,
            SupportRequests requests,
            Users users,
            Trainers trainers,
            Roster roster,
            Messenger messenger,
            MessageSource texts) {
        this.settings = settings;
        this.requests = requests;
        this.users = users;
        this.trainers = trainers;
        this.roster = roster;
        this.messenger = messenger;
        this.texts = texts;
    }

    /** Whether there is anybody to ask. */
    public boolean isThere() {
        return settings.supportChat().isPresent();
    }

    /**
     * Passes a message on, with who sent it; without effect where there is no support.
     *
     * @param messageId in the person's chat with the main bot
     * @param text null for anything but a text
     */
    public void ask(long userId, long messageId, @Nullable String text) {
        settings.supportChat().ifPresent(chat -> ask(chat, users.get(userId), messageId, text));
    }

    private void ask(long chat, UserInfo person, long messageId, @Nullable String text) {
        String key = QUESTION + requests.add(person.id());
        @Nullable String quote = quotable(text);
        List<String> parts = new ArrayList<>(List.of(who(person)));
        if (quote != null) {
            parts.add(Message.escape(quote));
        }
        parts.add(text(RUSSIAN, "support.how_to_answer"));
        var message = Message.of(String.join("\n\n", parts));
        messenger.send(Post.of(Bot.MAIN, chat, message, key).withReceipt());
        if (quote == null) {
            messenger.copy(Bot.MAIN, chat, person.telegramId(), messageId, key + FILE);
        }
    }

    /** An answer in the support chat. */
    @Override
    public boolean take(Reply reply) {
        Optional<Long> request = settings.supportChat()
                .filter(chat -> reply.bot() == Bot.MAIN && reply.chatId() == chat)
                .flatMap(chat -> requests.under(chat, reply.answeredId()));
        request.ifPresent(id -> requests.askedBy(id).ifPresent(user -> answer(id, users.get(user), reply)));
        return request.isPresent();
    }

    private void answer(long request, UserInfo person, Reply reply) {
        String key = ANSWER + request + ":" + UUID.randomUUID();
        @Nullable String quote = quotable(reply.text());
        Locale locale = person.language();
        var again = Keyboard.Inline.column(new Button.Callback(text(locale, "support.again"), ROUTE));
        String head = text(locale, "support.answer");
        var message = Message.of(quote == null ? head : head + "\n\n" + Message.escape(quote))
                .with(again);
        messenger.send(Post.of(Bot.MAIN, person.telegramId(), message, key).withReceipt());
        if (quote == null) {
            messenger.copy(Bot.MAIN, person.telegramId(), reply.chatId(), reply.messageId(), key + FILE);
        }
    }

    /** What is no text, or a long one, is copied as it is. */
    private static @Nullable String quotable(@Nullable String text) {
        return text != null && text.length() <= LONGEST_QUOTE ? text : null;
    }

    private String who(UserInfo user) {
        var person = user.person();
        String name = person.username() == null ? person.fullName() : person.fullName() + ", @" + person.username();
        boolean trainer = trainers.find(user.id()).isPresent();
        boolean client = !roster.trainersOf(user.id()).isEmpty();
        String role = trainer ? "support.trainer" : client ? "support.client" : "support.guest";
        return text(
                RUSSIAN,
                "support.question",
                Message.escape(name),
                text(RUSSIAN, role),
                Long.toString(person.telegramId()),
                user.language().getLanguage());
    }

    private String text(Locale locale, String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
