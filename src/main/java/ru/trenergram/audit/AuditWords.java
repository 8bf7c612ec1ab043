package ru.trenergram.audit;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;

/** What the audit keeps, in words. What has no name of its own is shown by the one it has in the API. */
@Component
public class AuditWords {

    /** Before a weekday: when a location is open. */
    private static final String HOURS = "hours_";

    private final MessageSource texts;

    AuditWords(MessageSource texts) {
        this.texts = texts;
    }

    public String thing(Changed.Thing thing, Locale locale) {
        return named("audit.thing.", thing.name(), locale);
    }

    public String side(Changed.Side side, Locale locale) {
        return named("audit.side.", side.name(), locale);
    }

    public String field(String name, Locale locale) {
        if (name.startsWith(HOURS)) {
            return DayOfWeek.valueOf(name.substring(HOURS.length()).toUpperCase(Locale.ROOT))
                    .getDisplayName(TextStyle.FULL_STANDALONE, locale);
        }
        return named("audit.field.", name, locale);
    }

    public String value(String field, Object value, Locale locale) {
        return switch (value) {
            case Boolean yes -> texts.getMessage(yes ? "audit.yes" : "audit.no", null, locale);
            case Map<?, ?> words
            when words.get("characters") instanceof Number length ->
                texts.getMessage("audit.words", new Object[] {length}, locale);
            case Number amount
            when field.equals("price") || field.equals("amount") ->
                Formats.money(Money.rubles(amount.longValue()), locale);
            case String role when field.equals("role") -> named("panel.role.", role, locale);
            case String status when field.equals("status") -> named("audit.value.", status, locale);
            default -> value.toString();
        };
    }

    private String named(String beginning, String name, Locale locale) {
        String key = name.toLowerCase(Locale.ROOT);
        String text = texts.getMessage(beginning + key, null, key.replace('_', ' '), locale);
        return text == null ? key : text;
    }
}
