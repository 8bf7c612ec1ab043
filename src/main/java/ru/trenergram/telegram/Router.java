package ru.trenergram.telegram;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.trenergram.telegram.Incoming.Content;
import ru.trenergram.telegram.spi.BotModule.Handler;
import ru.trenergram.telegram.spi.Input;
import ru.trenergram.telegram.spi.Message;

/** Decides which handler an input belongs to. */
final class Router {

    private static final Pattern COMMAND =
            Pattern.compile("/(?<name>[A-Za-z0-9_]{1,32})(?:@\\w+)?(?:\\s+(?<rest>.*))?", Pattern.DOTALL);
    private static final Pattern PAYLOAD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final RouteTable table;

    Router(RouteTable table) {
        this.table = table;
    }

    /**
     * @param leavesDialog whether the handler begins outside any dialog
     * @param startPayload a valid payload of {@code /start}, or null
     */
    record Route(
            Handler handler,
            Input input,
            boolean leavesDialog,
            @Nullable String startPayload) {

        Route(Handler handler, Input input) {
            this(handler, input, false, null);
        }
    }

    Route route(Content content, @Nullable String dialog) {
        return switch (content) {
            case Content.Words words when words.text().startsWith("/") -> command(words.text(), dialog);
            case Content.Words words -> inDialogOrElse(new Input.Text(words.text()), dialog, words.text());
            case Content.Card card -> inDialogOrElse(new Input.Contact(card.phone(), card.own()), dialog, null);
            case Content.Thing thing -> inDialogOrElse(new Input.Other(thing.kind()), dialog, null);
            case Content.Edit _ -> new Route(say("telegram.edited"), new Input.Other("edit"));
            case Content.Membership _ -> throw new IllegalArgumentException("Nobody expects an answer to this");
            case Content.Press press -> press(press);
        };
    }

    /** A key of the keyboard is as good as a command: a dialog stays open over it. */
    private Route inDialogOrElse(Input input, @Nullable String dialog, @Nullable String text) {
        var key = text == null ? Optional.<Handler>empty() : table.key(text.strip());
        if (key.isPresent()) {
            return new Route(key.get(), input);
        }
        if (dialog != null) {
            var open = table.dialog(dialog);
            if (open.isPresent()) {
                return new Route(open.get(), input);
            }
        }
        String sentence = input instanceof Input.Text ? "telegram.unknown_text" : "telegram.unknown_thing";
        // A dialog that no module knows any more is left, or it would swallow the chat for good.
        return new Route(say(sentence), input, dialog != null, null);
    }

    private Route press(Content.Press press) {
        var parts = List.of(press.data().split(":", -1));
        var input = new Input.Press(List.copyOf(parts.subList(1, parts.size())), press.messageId());
        Handler outdated = turn -> turn.toast(turn.text("telegram.old_button"));
        return new Route(table.button(parts.getFirst()).orElse(outdated), input);
    }

    private Route command(String text, @Nullable String dialog) {
        var matcher = COMMAND.matcher(text.strip());
        if (!matcher.matches()) {
            return new Route(say("telegram.unknown_command"), new Input.Text(text));
        }
        String name = matcher.group("name").toLowerCase(Locale.ROOT);
        String rest = matcher.group("rest") == null ? "" : matcher.group("rest").strip();
        return switch (name) {
            case "start" -> rest.isEmpty() ? restart(dialog) : start(rest, dialog);
            case "cancel" ->
                new Route(dialog == null ? say("telegram.nothing_to_cancel") : cancel(), new Input.Text(rest));
            default ->
                table.command(name)
                        .map(handler -> new Route(handler, new Input.Text(rest)))
                        .orElseGet(() -> new Route(say("telegram.unknown_command"), new Input.Text(rest)));
        };
    }

    /** The keyboard of a dialog that is left gives way to the usual one: its keys would be answered by nobody. */
    private Route restart(@Nullable String dialog) {
        var plain = plainStart();
        if (dialog == null) {
            return plain;
        }
        Handler leave =
                turn -> turn.say(Message.of(turn.text("telegram.restarted")).with(turn.home()));
        return new Route(inTurn(leave, plain.handler()), plain.input(), true, null);
    }

    private Route plainStart() {
        return new Route(table.start().orElse(say("telegram.unknown_text")), new Input.Text(""), true, null);
    }

    private Route start(String payload, @Nullable String dialog) {
        @Nullable String valid = PAYLOAD.matcher(payload).matches() ? payload : null;
        var prefix = valid == null ? Optional.<String>empty() : table.startPrefix(payload);
        return prefix.map(known -> new Route(
                        table.startBy(known), new Input.Text(payload.substring(known.length())), false, valid))
                .orElseGet(() -> new Route(unknownLink(dialog), new Input.Text(""), false, valid));
    }

    /** Whoever is in no dialog may have no other way in. */
    private Handler unknownLink(@Nullable String dialog) {
        return dialog == null
                ? inTurn(say("telegram.unknown_link"), plainStart().handler())
                : turn -> turn.sayAside(turn.text("telegram.unknown_link"));
    }

    private static Handler cancel() {
        return turn -> {
            turn.resume();
            turn.sayAside(turn.text("telegram.cancelled"));
        };
    }

    private static Handler say(String key) {
        return turn -> turn.say(turn.text(key));
    }

    private static Handler inTurn(Handler... handlers) {
        return turn -> Arrays.stream(handlers).forEach(handler -> handler.handle(turn));
    }
}
