package ru.trenergram.telegram;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.objects.Update;
import ru.trenergram.base.DomainException;
import ru.trenergram.telegram.Dialogs.Dialog;
import ru.trenergram.telegram.InboundUpdates.Waiting;
import ru.trenergram.telegram.Incoming.Content;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.HomeKeyboard;
import ru.trenergram.telegram.spi.Interlocutor;
import ru.trenergram.telegram.spi.Interlocutors;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.telegram.spi.Replies;

/** Answers one update. Runs inside the update's transaction and under the lock of its chat. */
@Component
class Conversation {

    private final Interlocutors interlocutors;
    private final MessageSource texts;
    private final Payloads payloads;
    private final Outbox outbox;
    private final Dialogs dialogs;
    private final Bots bots;
    private final List<HomeKeyboard> homes;
    private final List<Replies> replies;
    private final Map<Bot, RouteTable> tables = new EnumMap<>(Bot.class);

    Conversation(
            Interlocutors interlocutors,
            ObjectProvider<BotModule> modules,
            MessageSource texts,
            Payloads payloads,
            Outbox outbox,
            Dialogs dialogs,
            Bots bots,
            ObjectProvider<HomeKeyboard> homes,
            ObjectProvider<Replies> replies) {
        this.interlocutors = interlocutors;
        this.texts = texts;
        this.payloads = payloads;
        this.outbox = outbox;
        this.dialogs = dialogs;
        this.bots = bots;
        this.homes = homes.orderedStream().toList();
        this.replies = replies.orderedStream().toList();
        for (Bot bot : Bot.values()) {
            var own = modules.orderedStream()
                    .filter(module -> module.bot() == bot)
                    .toList();
            tables.put(bot, new RouteTable(texts, own));
        }
    }

    RouteTable table(Bot bot) {
        return Objects.requireNonNull(tables.get(bot));
    }

    /** Lets the handler that it belongs to answer the update. */
    void answer(Waiting update, Dialog dialog) {
        @Nullable Incoming incoming = Incoming.of(Json.read(update.body(), Update.class));
        if (incoming == null) {
            return;
        }
        if (incoming.content() instanceof Content.Membership(boolean blocked)) {
            membership(update, incoming, blocked);
        } else if (incoming.privately()) {
            converse(update, incoming, dialog);
        } else if (!isTaken(update, incoming)) {
            quietly(update, incoming);
        }
    }

    private boolean isTaken(Waiting update, Incoming incoming) {
        if (incoming.answeredId() == null || incoming.content() instanceof Content.Edit) {
            return false;
        }
        var chat = update.chat();
        String text = incoming.content() instanceof Content.Words words ? words.text() : null;
        var reply = new Replies.Reply(chat.bot(), chat.chatId(), incoming.messageId(), incoming.answeredId(), text);
        return replies.stream().anyMatch(module -> module.take(reply));
    }

    /** Who blocks the bot gets no more messages, and who takes it back gets them again. A group's wishes are not ours. */
    private void membership(Waiting update, Incoming incoming, boolean blocked) {
        long person = incoming.person().telegramId();
        if (incoming.privately() && blocked) {
            interlocutors.unreachable(update.chat().bot(), person);
        } else if (incoming.privately()) {
            interlocutors.reachable(update.chat().bot(), person);
        }
    }

    private void converse(Waiting update, Incoming incoming, Dialog dialog) {
        var table = table(update.chat().bot());
        var route = new Router(table).route(incoming.content(), dialog.name());
        var user = interlocutors.seen(update.chat().bot(), incoming.person(), route.startPayload());
        interlocutors.admit(user);
        if (isTaken(update, incoming)) {
            return;
        }
        var begin = route.leavesDialog() ? Dialog.NONE : dialog;
        var turn = new LiveTurn(
                update.chat(), user, route.input(), incoming, begin, table, texts, payloads, it -> home(update, it));
        route.handler().handle(turn);
        write(update, turn.said());
        if (!turn.dialog().equals(dialog)) {
            dialogs.save(update.chat(), turn.dialog());
        }
    }

    private Keyboard home(Waiting update, Interlocutor user) {
        return homes.stream()
                .filter(home -> home.bot() == update.chat().bot())
                .findFirst()
                .<Keyboard>flatMap(home -> home.of(user).map(keyboard -> keyboard))
                .orElseGet(Keyboard.Remove::new);
    }

    /** Tells the person the rule that said no. The dialog stays where it was. */
    void refuse(Waiting update, DomainException refusal) {
        @Nullable Incoming incoming = Incoming.of(Json.read(update.body(), Update.class));
        if (incoming != null && incoming.privately()) {
            var payload = new Router(table(update.chat().bot()))
                    .route(incoming.content(), null)
                    .startPayload();
            var locale = interlocutors
                    .seen(update.chat().bot(), incoming.person(), payload)
                    .locale();
            tell(update, incoming, sentence(refusal, locale));
        }
    }

    /** Tells the person that it is our fault, with nothing that could fail again. */
    void apologize(Waiting update) {
        @Nullable Incoming incoming = readable(update);
        if (incoming != null && incoming.privately()) {
            tell(update, incoming, texts.getMessage("telegram.failed", null, languageOf(incoming)));
        }
    }

    private static @Nullable Incoming readable(Waiting update) {
        try {
            return Incoming.of(Json.read(update.body(), Update.class));
        } catch (RuntimeException _) {
            return null;
        }
    }

    private void tell(Waiting update, Incoming incoming, String sentence) {
        var message = payloads.message(update.chat().chatId(), Message.of(Message.escape(sentence)));
        write(
                update,
                incoming.content() instanceof Content.Press press
                        ? List.of(payloads.answer(press.callbackId(), null), message)
                        : List.of(message));
    }

    private static Locale languageOf(Incoming incoming) {
        return "en".equals(incoming.person().languageCode()) ? Locale.ENGLISH : Locale.of("ru");
    }

    /**
     * The bots live in private chats. Elsewhere a pressed button is told that it was heard, a command that names the bot
     * where to find it, and all else is not for us.
     */
    private void quietly(Waiting update, Incoming incoming) {
        switch (incoming.content()) {
            case Content.Press press -> write(update, List.of(payloads.answer(press.callbackId(), null)));
            case Content.Words words
            when isCalled(update, words.text()) -> {
                String name = "@" + bots.username(update.chat().bot());
                tell(
                        update,
                        incoming,
                        texts.getMessage("telegram.privately", new Object[] {name}, languageOf(incoming)));
            }
            case Content _ -> {}
        }
    }

    private boolean isCalled(Waiting update, String text) {
        String command = text.split("\\s", 2)[0];
        return command.startsWith("/")
                && command.toLowerCase(Locale.ROOT)
                        .endsWith("@" + bots.username(update.chat().bot()).toLowerCase(Locale.ROOT));
    }

    /** The mark on the update is what keeps it from being answered twice; Telegram may use its number again one day. */
    private void write(Waiting update, List<Outgoing> answers) {
        String turn = "turn:" + UUID.randomUUID() + ":";
        for (int i = 0; i < answers.size(); i++) {
            outbox.add(update.chat(), answers.get(i), new Outbox.Terms(Priority.INTERACTIVE, turn + i));
        }
    }

    private String sentence(DomainException refusal, Locale locale) {
        if (refusal.errors().isEmpty()) {
            return texts.getMessage(refusal.code().messageKey(), refusal.arguments(), locale);
        }
        return refusal.errors().stream()
                .map(error -> texts.getMessage("field." + error.code(), error.arguments(), locale))
                .collect(Collectors.joining("\n"));
    }
}
