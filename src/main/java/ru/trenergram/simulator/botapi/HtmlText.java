package ru.trenergram.simulator.botapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Telegram's HTML: <a href="https://core.telegram.org/bots/api#html-style">its documentation</a>, with the error
 * texts and byte offsets of its server.
 */
final class HtmlText {

    private static final Map<String, String> ENTITY_OF_TAG = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("span", "spoiler"),
            Map.entry("a", "text_link"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"),
            Map.entry("tg-emoji", "custom_emoji"),
            Map.entry("tg-time", "date_time"));
    private static final Set<String> KNOWN_ENTITIES = Set.of("lt", "gt", "amp", "quot");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Tag> open = new ArrayDeque<>();
    private final List<FormattedText.Entity> entities = new ArrayList<>();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    private record Tag(String name, String argument, int textOffset) {}

    /** @throws BotApiException the markup is not what Telegram takes */
    static FormattedText parse(String html) {
        return new HtmlText(html).parse();
    }

    private FormattedText parse() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '&') {
                text.append(decodeEntity());
            } else if (c != '<') {
                text.append(c);
                at++;
            } else if (at + 1 < html.length() && html.charAt(at + 1) == '/') {
                endTag();
            } else {
                startTag();
            }
        }
        if (!open.isEmpty()) {
            throw error("Can't find end tag corresponding to start tag \"%s\""
                    .formatted(open.peek().name()));
        }
        entities.sort(Comparator.comparingInt(FormattedText.Entity::offset)
                .thenComparing(FormattedText.Entity::length, Comparator.reverseOrder()));
        return new FormattedText(text.toString(), List.copyOf(entities));
    }

    private void startTag() {
        int begin = at++;
        int nameStart = at;
        skipUntil(c -> isSpace(c) || c == '>');
        if (at >= html.length()) {
            throw error("Unclosed start tag at byte offset " + bytes(begin));
        }
        String name = html.substring(nameStart, at).toLowerCase(Locale.ROOT);
        if (!ENTITY_OF_TAG.containsKey(name)) {
            throw error("Unsupported start tag \"%s\" at byte offset %d".formatted(name, bytes(begin)));
        }
        String argument = "";
        while (true) {
            skipUntil(c -> !isSpace(c));
            if (at >= html.length()) {
                throw error("Unclosed start tag at byte offset " + bytes(begin));
            }
            if (html.charAt(at) == '>') {
                break;
            }
            String given = attribute(name, begin);
            argument = given == null ? argument : given;
        }
        at++;
        if ("span".equals(name) && !"tg-spoiler".equals(argument)) {
            throw error("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytes(begin));
        }
        open.push(new Tag(name, argument, text.length()));
    }

    /** Reads one attribute; returns its value if the tag has a use for it. */
    private @Nullable String attribute(String tag, int begin) {
        int nameStart = at;
        skipUntil(c -> isSpace(c) || "=>/\"'".indexOf(c) >= 0);
        String name = html.substring(nameStart, at);
        if (name.isEmpty()) {
            throw error("Empty attribute name in the tag \"%s\" at byte offset %d".formatted(tag, bytes(begin)));
        }
        String expandable = "blockquote expandable".equals(tag + " " + name) ? "expandable" : null;
        skipUntil(c -> !isSpace(c));
        requireMore(tag, begin);
        if (html.charAt(at) != '=') {
            return expandable;
        }
        at++;
        skipUntil(c -> !isSpace(c));
        requireMore(tag, begin);
        String value = attributeValue(begin);
        return switch (tag + " " + name) {
            case "a href", "span class", "code class", "tg-emoji emoji-id" -> value;
            default -> expandable;
        };
    }

    private void requireMore(String tag, int begin) {
        if (at >= html.length()) {
            throw error("Unclosed start tag \"%s\" at byte offset %d".formatted(tag, bytes(begin)));
        }
    }

    private String attributeValue(int begin) {
        char quote = html.charAt(at);
        if (quote != '"' && quote != '\'') {
            int start = at;
            skipUntil(c -> !Character.isLetterOrDigit(c) && c != '.' && c != '-');
            if (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '>') {
                throw error("Unexpected end of name token at byte offset " + bytes(start));
            }
            return html.substring(start, at).toLowerCase(Locale.ROOT);
        }
        at++;
        var value = new StringBuilder();
        while (at < html.length() && html.charAt(at) != quote) {
            if (html.charAt(at) == '&') {
                value.append(decodeEntity());
            } else {
                value.append(html.charAt(at++));
            }
        }
        if (at >= html.length()) {
            throw error("Unclosed start tag at byte offset " + bytes(begin));
        }
        at++;
        return value.toString();
    }

    private void endTag() {
        int begin = at;
        at += 2;
        if (open.isEmpty()) {
            throw error("Unexpected end tag at byte offset " + bytes(begin));
        }
        int nameStart = at;
        skipUntil(c -> isSpace(c) || c == '>');
        String name = html.substring(nameStart, at).toLowerCase(Locale.ROOT);
        skipUntil(c -> !isSpace(c));
        if (at >= html.length() || html.charAt(at) != '>') {
            throw error("Unclosed end tag at byte offset " + bytes(begin));
        }
        at++;
        Tag tag = open.pop();
        if (!name.isEmpty() && !name.equals(tag.name())) {
            throw error("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
                    .formatted(bytes(begin), tag.name(), name));
        }
        close(tag);
    }

    private void close(Tag tag) {
        int length = text.length() - tag.textOffset();
        if (length == 0) {
            return;
        }
        String type = ENTITY_OF_TAG.getOrDefault(tag.name(), "");
        @Nullable String url = null;
        @Nullable String language = null;
        switch (tag.name()) {
            case "a" -> {
                url = tag.argument().isEmpty() ? text.substring(tag.textOffset()) : tag.argument();
                if (!WebAddress.isTelegramLink(url) && WebAddress.problem(url) != null) {
                    // Telegram shows the words and drops a link that leads nowhere
                    return;
                }
            }
            case "code" -> {
                boolean insidePre = !open.isEmpty() && "pre".equals(open.peek().name());
                if (insidePre) {
                    return;
                }
            }
            case "blockquote" -> type = "expandable".equals(tag.argument()) ? "expandable_blockquote" : type;
            case "tg-emoji" -> {
                if (!tag.argument().matches("-?[1-9]\\d{0,18}")) {
                    throw error("Invalid custom emoji identifier specified");
                }
                return;
            }
            case "tg-time" -> {
                return;
            }
            default -> {}
        }
        entities.add(new FormattedText.Entity(type, tag.textOffset(), length, url, language));
    }

    /** What an entity stands for; an ampersand that begins none is an ampersand. */
    private String decodeEntity() {
        int end = html.indexOf(';', at);
        if (end > at && end - at <= 10) {
            String name = html.substring(at + 1, end);
            String decoded = name.startsWith("#") ? codePoint(name.substring(1)) : named(name);
            if (decoded != null) {
                at = end + 1;
                return decoded;
            }
        }
        at++;
        return "&";
    }

    private static @Nullable String named(String name) {
        if (!KNOWN_ENTITIES.contains(name)) {
            return null;
        }
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            default -> "\"";
        };
    }

    private static @Nullable String codePoint(String number) {
        try {
            boolean hex = number.startsWith("x") || number.startsWith("X");
            int point = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return point > 0 && Character.isValidCodePoint(point) ? Character.toString(point) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private interface CharTest {
        boolean test(char c);
    }

    private void skipUntil(CharTest stop) {
        while (at < html.length() && !stop.test(html.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0' || c == '\u000b';
    }

    /** Telegram counts UTF-8 bytes in its complaints. */
    private int bytes(int charOffset) {
        return html.substring(0, charOffset).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    private static BotApiException error(String what) {
        return BotApiException.badRequest("can't parse entities: " + what);
    }
}
