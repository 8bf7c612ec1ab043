package ru.trenergram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.trenergram.support.MessageBundles;

/**
 * The keys of texts that the sources ask for, as far as can be seen without running them: written out, or put together
 * of a beginning and an end that stand in one file, or of a beginning and the name of a value.
 */
final class UsedKeys {

    private static final Pattern LITERAL = Pattern.compile("[\"'`]([A-Za-z0-9_.-]+)[\"'`]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

    /** What follows these is the name of an enum's value, a code or a command. */
    private static final List<String> BEFORE_NAMES = List.of(
            "error.",
            "field.",
            "booking.status.",
            "panel.role.",
            "audit.thing.",
            "audit.side.",
            "audit.field.",
            "audit.value.",
            "reports.checklist.",
            "reports.every.",
            "reports.period.",
            "reports.report.",
            "panel.status.",
            "people.field.",
            "people.source.",
            "people.tab.",
            "people.import.unreadable.",
            "people.import.problem.",
            "people.import.kind.",
            "people.import.outcome.",
            "people.import.field.",
            "people.import.state.",
            "subscription.state.",
            "subscription.step.",
            "subscription.kind.",
            "admin.standing.",
            "admin.application.",
            "telegram.commands.",
            "telegram.description.",
            "telegram.short_description.",
            "simulator.problem.",
            "platform.bot.",
            "platform.field.",
            "platform.language.",
            "platform.people.kind.",
            "platform.merge.no.",
            "platform.messages.lane.",
            "platform.messages.priority.",
            "platform.messages.state.",
            "platform.queues.tab.",
            "platform.side.",
            "platform.switch.",
            "platform.thing.");

    private static final String PAGE_TEXTS = "simulator.page.";

    private final List<String> sources;
    private final List<Set<String>> literalsByFile;
    private final Set<String> literals = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    private UsedKeys(List<String> sources) {
        this.sources = sources;
        literalsByFile = sources.stream().map(source -> found(LITERAL, source)).toList();
        literalsByFile.forEach(literals::addAll);
        sources.forEach(source -> WORD.matcher(source).results().forEach(word -> words.add(word.group())));
    }

    static UsedKeys inSources() {
        return new UsedKeys(Stream.of("src/main/java", "src/main/resources/simulator")
                .flatMap(folder -> read(Path.of(folder)))
                .toList());
    }

    boolean contains(String key) {
        return literals.contains(key) || isJoined(key) || isNamed(key) || isOnThePage(key);
    }

    /** The keys that are written out in the arguments of calls of these names. */
    Set<String> inArgumentsOf(String... names) {
        Pattern call = Pattern.compile(
                Arrays.stream(names).map(Pattern::quote).collect(Collectors.joining("|", "(?<![\\w.])(?:", ")\\(")));
        return known(sources.stream()
                .flatMap(source -> call.matcher(source).results().map(found -> arguments(source, found.end()))));
    }

    /** The keys that are written out in the source that contains this. */
    Set<String> inSourceOf(String words) {
        return known(sources.stream().filter(source -> source.contains(words)));
    }

    private static Set<String> known(Stream<String> sources) {
        Set<String> keys = new TreeSet<>();
        sources.forEach(source -> keys.addAll(found(LITERAL, source)));
        keys.retainAll(MessageBundles.texts("ru").keySet());
        return keys;
    }

    /** @param begin behind the opening parenthesis */
    private static String arguments(String source, int begin) {
        int open = 1;
        int end = begin;
        while (open > 0) {
            char next = source.charAt(end++);
            open += next == '(' ? 1 : next == ')' ? -1 : 0;
        }
        return source.substring(begin, end);
    }

    private boolean isJoined(String key) {
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            String beginning = key.substring(0, dot + 1);
            String end = key.substring(dot + 1);
            if (literalsByFile.stream().anyMatch(file -> file.contains(beginning) && file.contains(end))
                    || (literals.contains(key.substring(0, dot)) && literals.contains("." + end))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(String key) {
        return BEFORE_NAMES.stream()
                .filter(key::startsWith)
                .map(beginning -> key.substring(beginning.length()))
                .flatMap(name -> Arrays.stream(name.split("\\.")))
                .map(name -> name.replace('-', '_'))
                .anyMatch(name -> words.contains(name)
                        || words.contains(name.toUpperCase(java.util.Locale.ROOT))
                        || Arrays.stream(name.replaceFirst("^invalid_", "").split("_not_"))
                                .allMatch(words::contains));
    }

    /** The chat page asks by the end of the key, which stands in its scripts or its HTML. */
    private boolean isOnThePage(String key) {
        if (!key.startsWith(PAGE_TEXTS)) {
            return false;
        }
        String name = key.substring(PAGE_TEXTS.length());
        int dot = name.lastIndexOf('.');
        return literals.contains(name) || (dot > 0 && words.contains(name.substring(dot + 1)));
    }

    private static Set<String> found(Pattern pattern, String source) {
        Set<String> found = new HashSet<>();
        pattern.matcher(source).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static Stream<String> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(java|js|html)"))
                    .map(UsedKeys::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
