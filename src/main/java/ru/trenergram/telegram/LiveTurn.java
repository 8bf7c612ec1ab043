package ru.trenergram.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import ru.trenergram.telegram.Dialogs.Dialog;
import ru.trenergram.telegram.Incoming.Content;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Interlocutor;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Turn;

/** A turn in the making: it gathers the answers, which are written when the handler is through. */
final class LiveTurn implements Turn {

    /** What Telegram shows over a chat. */
    private static final int TOAST_LENGTH = 200;

    private final ChatKey chat;
    private final Input input;
    private final long messageId;
    private final Content.@Nullable Press press;
    private final RouteTable routes;
    private final MessageSource texts;
    private final Payloads payloads;
    private final Function<Interlocutor, Keyboard> home;
    private final List<Outgoing> said = new ArrayList<>();
    private Interlocutor user;
    private Dialog dialog;
    private @Nullable String toast;

    LiveTurn(
            ChatKey chat,
            Interlocutor user,
            Input input,
            Incoming incoming,
            Dialog dialog,
            RouteTable routes,
            MessageSource texts,
            Payloads payloads,
            Function<Interlocutor, Keyboard> home) {
        this.chat = chat;
        this.user = user;
        this.input = input;
        this.messageId = incoming.messageId();
        this.press = incoming.content() instanceof Content.Press it ? it : null;
        this.dialog = dialog;
        this.routes = routes;
        this.texts = texts;
        this.payloads = payloads;
        this.home = home;
    }

    @Override
    public Bot bot() {
        return chat.bot();
    }

    @Override
    public Interlocutor user() {
        return user;
    }

    @Override
    public Input input() {
        return input;
    }

    @Override
    public String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale());
    }

    @Override
    public long messageId() {
        return messageId;
    }

    @Override
    public Keyboard home() {
        return home.apply(user);
    }

    @Override
    public void say(Message message) {
        said.add(payloads.message(chat.chatId(), message));
    }

    @Override
    public void edit(Message message) {
        if (press == null) {
            say(message);
        } else if (press.editable() && message.isPlain()) {
            said.add(payloads.edit(chat.chatId(), press.messageId(), message));
        } else {
            said.add(payloads.withoutButtons(chat.chatId(), press.messageId()));
            say(message);
        }
    }

    @Override
    public void toast(String text) {
        boolean fits = press != null && toast == null && text.length() <= TOAST_LENGTH;
        if (fits) {
            toast = text;
        } else {
            say(Message.escape(text));
        }
    }

    @Override
    public Map<String, String> answers() {
        return dialog.answers();
    }

    @Override
    public String step() {
        return dialog.step();
    }

    @Override
    public void await(String name, String step, Map<String, String> answers) {
        Dialog next = dialog(name, step, answers);
        dialog = name.equals(dialog.name()) ? next.over(dialog.former()) : next;
    }

    @Override
    public void interrupt(String name, String step, Map<String, String> answers) {
        dialog = dialog(name, step, answers).over(name.equals(dialog.name()) ? dialog.former() : dialog);
    }

    private Dialog dialog(String name, String step, Map<String, String> answers) {
        if (!routes.hasDialog(name)) {
            throw new IllegalArgumentException("No module has a dialog “" + name + "”");
        }
        return new Dialog(name, step, answers);
    }

    @Override
    public void resume() {
        dialog = dialog.former();
    }

    @Override
    public void endDialog() {
        dialog = Dialog.NONE;
    }

    @Override
    public void askAgain() {
        Optional.ofNullable(dialog.name()).flatMap(routes::question).ifPresent(question -> question.handle(this));
    }

    @Override
    public void speak(Locale language) {
        user = new Interlocutor(user.userId(), user.telegramId(), language);
    }

    Dialog dialog() {
        return dialog;
    }

    /** All answers; that to the pressed button, which is always given, first: the person's finger waits for it. */
    List<Outgoing> said() {
        if (press == null) {
            return List.copyOf(said);
        }
        var all = new ArrayList<Outgoing>();
        all.add(payloads.answer(press.callbackId(), toast));
        all.addAll(said);
        return all;
    }
}
