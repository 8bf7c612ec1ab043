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
import ru.trenergram.telegram.spi.Interlocutors;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Messenger.Priority;

/** Answers one update. Runs inside the update's transaction and under the lock of its chat. */
@Component
class Conversation {

    private final Interlocutors interlocutors;
    private final MessageSource texts;
    private final Payloads payloads;
    private final Outbox outbox;
    private final Dialogs dialogs;
    private final Map<Bot, RouteTable> tables = new EnumMap<>(Bot.class);

    Conversation(
            Interlocutors interlocutors,
            ObjectProvider<BotModule> modules,
            MessageSource texts,
            Payloads payloads,
            Outbox outbox,
            Dialogs dialogs) {
        this.interlocutors = interlocutors;
        this.texts = texts;
        this.payloads = payloads;
        this.outbox = outbox;
        this.dialogs = dialogs;
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
        if (!incoming.privately()) {
            quietly(update, incoming);
            return;
        }
        var table = table(update.chat().bot());
        var route = new Router(table).route(incoming.content(), dialog.name());
        var user = interlocutors.seen(update.chat().bot(), incoming.person(), route.startPayload());
        var begin = route.leavesDialog() ? Dialog.NONE : dialog;
        var turn = new LiveTurn(update.chat(), user, route.input(), incoming.content(), begin, table, texts, payloads);
        route.handler().handle(turn);
        write(update, turn.said());
        if (!turn.dialog().equals(dialog)) {
            dialogs.save(update.chat(), turn.dialog());
        }
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
            var locale = "en".equals(incoming.person().languageCode()) ? Locale.ENGLISH : Locale.of("ru");
            tell(update, incoming, texts.getMessage("telegram.failed", null, locale));
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

    /** The bots live in private chats; elsewhere a pressed button is only told that it was heard. */
    private void quietly(Waiting update, Incoming incoming) {
        if (incoming.content() instanceof Content.Press press) {
            write(update, List.of(payloads.answer(press.callbackId(), null)));
        }
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
