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
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.telegram.spi.Post;
import ru.trenergram.telegram.spi.Replies;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * Passes on what people ask to those who answer in the same bot, and the answers that are given there back to them. Every
 * step is a row of the outbox: a restart loses none.
 */
@Service
@Transactional
public class Support implements Replies {

    /** The route of the button that asks again. */
    public static final String ROUTE = "support";

    /** What is said around it must find room in the message too. */
    private static final int LONGEST_QUOTE = 3000;

    private final Desks desks;
    private final SupportRequests requests;
    private final Askers askers;
    private final Users users;
    private final Messenger messenger;
    private final MessageSource texts;

    Support(
            Desks desks,
            SupportRequests requests,
            Askers askers,
            Users users,
            Messenger messenger,
            MessageSource texts) {
        this.desks = desks;
        this.requests = requests;
        this.askers = askers;
        this.users = users;
        this.messenger = messenger;
        this.texts = texts;
    }

    /** Whether there is anybody whom this person can ask. */
    public boolean isThereFor(Bot bot, long telegramId) {
        return !desks.of(bot, telegramId).isEmpty();
    }

    /**
     * Passes a message on, with who sent it; without effect where there is no support.
     *
     * @param messageId in the person's chat with the bot
     * @param text null for anything but a text
     */
    public void ask(Bot bot, long userId, long messageId, @Nullable String text) {
        UserInfo person = users.get(userId);
        List<Desk> reached = desks.of(bot, person.telegramId());
        if (!reached.isEmpty()) {
            long request = requests.add(userId);
            reached.forEach(desk -> bring(request, desk, person, messageId, quotable(text)));
        }
    }

    private void bring(long request, Desk desk, UserInfo person, long messageId, @Nullable String quote) {
        List<String> parts = new ArrayList<>(List.of(askers.describe(person, desk)));
        if (quote != null) {
            parts.add(Message.escape(quote));
        }
        parts.add(text(desk.language(), "support.how_to_answer"));
        var key = SupportKey.question(request, desk);
        messenger.send(Post.of(desk.bot(), desk.chatId(), Message.of(String.join("\n\n", parts)), key.whole())
                .withReceipt());
        if (quote == null) {
            messenger.copy(desk.bot(), desk.chatId(), person.telegramId(), messageId, key.file());
        }
    }

    /** An answer in a chat of support, or what the person says to that. */
    @Override
    public boolean take(Reply reply) {
        Optional<Long> request = requests.under(reply.bot(), reply.chatId(), reply.answeredId());
        Optional<UserInfo> asker = request.flatMap(requests::askedBy).map(users::get);
        if (asker.isEmpty()) {
            return false;
        }
        UserInfo person = asker.get();
        if (person.telegramId() == reply.chatId()) {
            askMore(person, reply);
            return true;
        }
        Optional<Desk> desk = desks.at(reply.bot(), reply.chatId());
        desk.ifPresent(it -> {
            answer(request.get(), it, person, reply);
            tellTheOthers(request.get(), it, person);
        });
        return desk.isPresent();
    }

    private void askMore(UserInfo person, Reply reply) {
        ask(reply.bot(), person.id(), reply.messageId(), reply.text());
        var heard = Message.of(text(person.language(), "support.passed_on"));
        messenger.send(Post.of(reply.bot(), person.telegramId(), heard, "support-more:" + UUID.randomUUID())
                .priority(Priority.INTERACTIVE));
    }

    private void answer(long request, Desk desk, UserInfo person, Reply reply) {
        var key = SupportKey.answer(request, desk);
        @Nullable String quote = quotable(reply.text());
        Locale locale = person.language();
        var again = Keyboard.Inline.column(new Button.Callback(text(locale, "support.again"), ROUTE));
        String head = text(locale, "support.answer");
        var message = Message.of(quote == null ? head : head + "\n\n" + Message.escape(quote))
                .with(again);
        messenger.send(
                Post.of(desk.bot(), person.telegramId(), message, key.whole()).withReceipt());
        if (quote == null) {
            messenger.copy(desk.bot(), person.telegramId(), reply.chatId(), reply.messageId(), key.file());
        }
    }

    /** So that nobody answers twice without knowing. */
    private void tellTheOthers(long request, Desk answering, UserInfo person) {
        String asker = Message.escape(person.person().fullName());
        String helper = users.find(answering.chatId())
                .map(user -> Message.escape(user.person().fullName()))
                .orElse("");
        desks.of(answering.bot(), person.telegramId()).stream()
                .filter(desk -> desk.chatId() != answering.chatId())
                .forEach(desk -> messenger.send(Post.of(
                        desk.bot(),
                        desk.chatId(),
                        Message.of(text(desk.language(), "support.answered", asker, helper)),
                        "support-answered:" + request + ":" + desk.chatId() + ":" + UUID.randomUUID())));
    }

    /** What is no text, or a long one, is copied as it is. */
    private static @Nullable String quotable(@Nullable String text) {
        return text != null && text.length() <= LONGEST_QUOTE ? text : null;
    }

    private String text(Locale locale, String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
