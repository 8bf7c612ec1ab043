package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MessageBundles;

/** The texts as they are written; what is put together of several is measured where it is made. */
class MessageBundlesTest {

    /** Texts that no bot sends. */
    private static final Set<String> ON_PAGES =
            Set.of("panel", "people", "simulator", "admin", "audit", "club", "reports");

    /** core.telegram.org/bots/api: characters after the entities are parsed. */
    private static final int MESSAGE = 4096;

    private static final int CAPTION = 1024;
    private static final int COMMAND_DESCRIPTION = 256;
    private static final int BOT_DESCRIPTION = 512;
    private static final int SHORT_DESCRIPTION = 120;

    /** The notice over a chat that answers a pressed button. */
    private static final int TOAST = 200;

    /** Telegram names no limit for the words on a button; a phone cuts off what is longer than these, alone in its row. */
    private static final int BUTTON = 40;

    /** Under a photo or a file. */
    private static final Set<String> CAPTIONS =
            Set.of("notify.trainer_registered", "qr.picture", "qr.club.picture", "analytics.file", "analytics.report");

    /** A first and a last name of Telegram, and the space between them. */
    private static final int LONGEST_NAME = 129;

    /** What is longer than any name, by where it stands: a reason, a note, a comment, a contact. */
    private static final Map<String, Integer> LONGER = Map.of(
            "booking.note 0", 1000,
            "booking.reason 0", 500,
            "ledger.comment 0", 500,
            "ledger.reason 0", 500,
            "notify.club_refused 1", 500,
            "notify.club_applied 5", 300,
            "newclub.check 4", 300);

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

    @InBothLanguages
    void what_bots_say_fits_into_a_message_with_the_longest_that_can_stand_in_it(String language) {
        said(language)
                .forEach((key, text) -> assertThat(plain(filled(key, text, language, true)))
                        .as(key)
                        .hasSizeLessThanOrEqualTo(CAPTIONS.contains(key) ? CAPTION : MESSAGE));
    }

    /** Nobody reads more than half a screen of a phone. */
    @InBothLanguages
    void what_bots_say_is_short_as_a_rule(String language) {
        said(language)
                .forEach((key, text) -> assertThat(plain(filled(key, text, language, false)))
                        .as(key)
                        .hasSizeLessThanOrEqualTo(500));
    }

    @InBothLanguages
    void commands_and_bots_are_described_within_telegrams_limits(String language) {
        said(language).forEach((key, text) -> {
            if (key.startsWith("telegram.commands.")) {
                assertThat(text).as(key).hasSizeLessThanOrEqualTo(COMMAND_DESCRIPTION);
            } else if (key.startsWith("telegram.description.")) {
                assertThat(text).as(key).hasSizeLessThanOrEqualTo(BOT_DESCRIPTION);
            } else if (key.startsWith("telegram.short_description.")) {
                assertThat(text).as(key).hasSizeLessThanOrEqualTo(SHORT_DESCRIPTION);
            }
        });
    }

    /** Longer ones would be said as messages of their own: fine for a name that is long, not for the words around it. */
    @InBothLanguages
    void what_bots_show_over_the_chat_is_short(String language) {
        UsedKeys used = UsedKeys.inSources();
        Set<String> toasts = used.inArgumentsOf("turn.toast");
        toasts.addAll(used.inSourceOf("class BookingPresses")); // which chooses among them first

        assertThat(toasts)
                .contains(
                        "telegram.old_button", "registration.answered_already", "booking.stale", "staff.trainer.full");
        Map<String, String> texts = said(language);
        toasts.forEach(key ->
                assertThat(filled(key, texts.get(key), language, false)).as(key).hasSizeLessThanOrEqualTo(TOAST));
    }

    @InBothLanguages
    void what_stands_on_buttons_and_keys_fits_a_phone(String language) {
        Set<String> labels = UsedKeys.inSources()
                .inArgumentsOf(
                        "Button.Callback",
                        "Button.WebApp",
                        "Button.Url",
                        "Key.Plain",
                        "Key.ShareContact",
                        "button",
                        "page",
                        "key");

        assertThat(labels)
                .contains("booking.do.no_show", "menu.my", "registration.on_own", "my.more", "settings.language.ru")
                .contains("staff.application.approve", "newclub.other_zone", "contact.share", "telegram.back");
        Map<String, String> texts = said(language);
        labels.forEach(key ->
                assertThat(filled(key, texts.get(key), language, false)).as(key).hasSizeLessThanOrEqualTo(BUTTON));
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

    private static Map<String, String> said(String language) {
        return MessageBundles.names().stream()
                .filter(bundle -> !ON_PAGES.contains(bundle))
                .flatMap(bundle -> MessageBundles.texts(bundle, language).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param longest as long as Telegram and our rules allow; else as people mostly are called */
    private static String filled(String key, String text, String language, boolean longest) {
        Object[] arguments = new Object[10];
        Arrays.setAll(
                arguments, i -> longest ? "x".repeat(LONGER.getOrDefault(key + " " + i, LONGEST_NAME)) : "Александра");
        String simple = text.replaceAll("\\{(\\d+),[^{}]*(\\{[^{}]*}[^{}]*)*}", "{$1}");
        return new MessageFormat(simple, Locale.of(language)).format(arguments);
    }

    private static String plain(String html) {
        return html.replaceAll("</?[a-z]+>", "");
    }

    private static Set<String> found(String expression, String text) {
        return Pattern.compile(expression)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
