package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageBundlesTest {

    /** Texts that no bot sends. */
    private static final Set<String> ON_PAGES = Set.of("panel", "simulator");

    /** The shortest of Telegram's limits for messages: a caption, counted after its entities are parsed. */
    private static final int CAPTION = 1024;

    private static final int COMMAND_DESCRIPTION = 256;

    /** Of the notice over a chat that answers a pressed button. */
    private static final int TOAST = 200;

    static Stream<String> bundles() {
        return MessageBundles.names().stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_key_exists_in_both_languages(String bundle) {
        assertThat(MessageBundles.texts(bundle, "en").keySet())
                .isEqualTo(MessageBundles.texts(bundle, "ru").keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_placeholders_and_tags(String bundle) {
        Map<String, String> english = MessageBundles.texts(bundle, "en");

        MessageBundles.texts(bundle, "ru").forEach((key, russian) -> {
            String text = String.valueOf(english.get(key));
            assertThat(found("\\{(\\d+)", text)).as(key).isEqualTo(found("\\{(\\d+)", russian));
            assertThat(found("<(/?[a-z]+)", text)).as(key).isEqualTo(found("<(/?[a-z]+)", russian));
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_a_message_format_whose_apostrophes_are_written_twice(String bundle) {
        for (String language : MessageBundles.LANGUAGES) {
            MessageBundles.texts(bundle, language).forEach((key, text) -> {
                assertThatCode(() -> new MessageFormat(text, Locale.of(language)))
                        .as(key)
                        .doesNotThrowAnyException();
                assertThat(text.replace("''", "")).as(key).doesNotContain("'").isNotBlank();
            });
        }
    }

    @Test
    void no_key_stands_in_two_bundles() {
        for (String language : MessageBundles.LANGUAGES) {
            assertThatCode(() -> MessageBundles.texts(language)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void what_bots_say_fits_into_a_message_with_long_names_in_it(String bundle) {
        if (ON_PAGES.contains(bundle)) {
            return;
        }
        Object[] longNames = new Object[10];
        Arrays.fill(longNames, "x".repeat(130)); // a first and a last name of Telegram
        for (String language : MessageBundles.LANGUAGES) {
            MessageBundles.texts(bundle, language).forEach((key, text) -> {
                String filled = text.replaceAll("\\{\\d+,[^{}]*(\\{[^{}]*}[^{}]*)*}", "x".repeat(130));
                assertThat(new MessageFormat(filled, Locale.of(language)).format(longNames))
                        .as(key)
                        .hasSizeLessThanOrEqualTo(key.startsWith("telegram.commands.") ? COMMAND_DESCRIPTION : CAPTION);
            });
        }
    }

    /** Longer ones would be said as messages of their own: fine for a name that is long, not for the words around it. */
    @Test
    void what_bots_show_over_the_chat_is_short() throws IOException {
        Set<String> toasts = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                toasts.addAll(found("toast\\(turn\\.text\\(\\s*\"([a-z_.]+)\"", Files.readString(source)));
            }
        }

        assertThat(toasts).contains("telegram.old_button");
        for (String language : MessageBundles.LANGUAGES) {
            Map<String, String> texts = MessageBundles.texts(language);
            toasts.forEach(key -> assertThat(texts.get(key)).as(key).hasSizeLessThanOrEqualTo(TOAST));
        }
    }

    @Test
    void no_key_is_unused() {
        UsedKeys used = UsedKeys.inSources();

        assertThat(used.contains("panel.trainers.nobody-asks-for-this")).isFalse();
        assertThat(MessageBundles.texts("ru").keySet().stream()
                        .filter(key -> !used.contains(key))
                        .toList())
                .as("Nothing in the sources asks for these texts")
                .isEqualTo(List.of());
    }

    private static Set<String> found(String expression, String text) {
        return Pattern.compile(expression)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
