package ru.trenergram.telegram;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import ru.trenergram.telegram.spi.BotModule;
import ru.trenergram.telegram.spi.BotModule.Handler;
import ru.trenergram.telegram.spi.BotModule.Routes;

/** What the modules have taught one bot. */
final class RouteTable implements Routes {

    static final List<Locale> LANGUAGES = List.of(Locale.of("ru"), Locale.ENGLISH);

    /** The transport's own: {@code /start} has routes of its own, {@code /cancel} leaves a dialog. */
    private static final Set<String> RESERVED = Set.of("start", "cancel");

    private final MessageSource texts;
    private final Map<String, Handler> starts = new HashMap<>();
    private final Map<String, Handler> commands = new HashMap<>();
    private final Set<String> commandsForSome = new HashSet<>();
    private final Map<String, Handler> buttons = new HashMap<>();
    private final Map<String, Handler> keys = new HashMap<>();
    private final Map<String, Handler> questions = new HashMap<>();
    private final Map<String, Handler> dialogs = new HashMap<>();

    RouteTable(MessageSource texts, List<BotModule> modules) {
        this.texts = texts;
        modules.forEach(module -> module.routes(this));
    }

    @Override
    public Routes start(Handler handler) {
        return add(starts, "", handler);
    }

    @Override
    public Routes start(String payloadPrefix, Handler handler) {
        if (!payloadPrefix.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("Not a start payload: " + payloadPrefix);
        }
        return add(starts, payloadPrefix, handler);
    }

    @Override
    public Routes command(String name, Handler handler) {
        if (RESERVED.contains(name) || !name.matches("[a-z0-9_]{1,32}")) {
            throw new IllegalArgumentException("Not a command for a module: " + name);
        }
        return add(commands, name, handler);
    }

    @Override
    public Routes commandForSome(String name, Handler handler) {
        commandsForSome.add(name);
        return command(name, handler);
    }

    @Override
    public Routes button(String action, Handler handler) {
        return add(buttons, action, handler);
    }

    @Override
    public Routes key(String messageKey, Handler handler) {
        LANGUAGES.stream()
                .map(language -> texts.getMessage(messageKey, new Object[0], language))
                .distinct()
                .forEach(text -> add(keys, text, handler));
        return this;
    }

    @Override
    public Routes dialog(String name, Handler question, Handler answer) {
        questions.put(name, question);
        return add(dialogs, name, answer);
    }

    private Routes add(Map<String, Handler> routes, String name, Handler handler) {
        if (routes.putIfAbsent(name, handler) != null) {
            throw new IllegalStateException("Two modules want the route “" + name + "”");
        }
        return this;
    }

    Optional<Handler> start() {
        return Optional.ofNullable(starts.get(""));
    }

    /** The longest prefix that this payload has. */
    Optional<String> startPrefix(String payload) {
        return starts.keySet().stream()
                .filter(prefix -> !prefix.isEmpty() && payload.startsWith(prefix))
                .max(Comparator.comparingInt(String::length));
    }

    Handler startBy(String prefix) {
        return required(starts, prefix);
    }

    Optional<Handler> command(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    Optional<Handler> button(String action) {
        return Optional.ofNullable(buttons.get(action));
    }

    Optional<Handler> key(String text) {
        return Optional.ofNullable(keys.get(text));
    }

    Optional<Handler> dialog(String name) {
        return Optional.ofNullable(dialogs.get(name));
    }

    Optional<Handler> question(String dialog) {
        return Optional.ofNullable(questions.get(dialog));
    }

    boolean hasDialog(String name) {
        return dialogs.containsKey(name);
    }

    /** The commands of everybody's menu, the transport's own among them. */
    Set<String> commandNames() {
        var names = new TreeSet<>(commands.keySet());
        names.removeAll(commandsForSome);
        names.addAll(RESERVED);
        return names;
    }

    private static Handler required(Map<String, Handler> routes, String name) {
        Handler handler = routes.get(name);
        if (handler == null) {
            throw new IllegalStateException("No route “" + name + "”");
        }
        return handler;
    }
}
