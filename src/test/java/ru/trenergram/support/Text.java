package ru.trenergram.support;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text of the message bundles as a chat shows it, in the language of whoever reads it: {@code
 * anna.sees(text("registration.price"))}.
 *
 * @param arguments for its placeholders; where there are none, anything may stand in their places
 */
public record Text(String key, List<Object> arguments) {

    private static final Map<String, Map<String, String>> BUNDLES =
            MessageBundles.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), MessageBundles::texts));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+[^{}]*(\\{[^{}]*}[^{}]*)*}");

    public static Text text(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }

    /** Every placeholder must have its argument. */
    public String in(String language) {
        Object[] filled = arguments.stream()
                .map(argument -> argument instanceof Text text ? text.in(language) : argument)
                .toArray();
        return new MessageFormat(plain(language), Locale.of(language)).format(filled);
    }

    boolean isIn(String message, String language) {
        return arguments.isEmpty() ? pattern(language).matcher(message).find() : message.contains(in(language));
    }

    private Pattern pattern(String language) {
        String[] pieces = PLACEHOLDER.split(plain(language), -1);
        return Pattern.compile(
                Arrays.stream(pieces)
                        .map(piece -> Pattern.quote(piece.replace("''", "'")))
                        .collect(Collectors.joining(".*?")),
                Pattern.DOTALL);
    }

    /** Telegram shows what the tags mean, not the tags. */
    private String plain(String language) {
        String text = Objects.requireNonNull(BUNDLES.get(language)).get(key);
        return Objects.requireNonNull(text, key).replaceAll("</?[a-z]+>", "");
    }

    @Override
    public String toString() {
        return key + (arguments.isEmpty() ? "" : arguments.toString());
    }
}
