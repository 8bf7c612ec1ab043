package ru.trenergram.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.audit.AuditEntry;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;

/** What the audit keeps, in words. */
@Component
class ChangeWords {

    /** In minor units. */
    private static final Set<String> MONEY = Set.of("price", "amount", "balance");

    private final MessageSource texts;

    ChangeWords(MessageSource texts) {
        this.texts = texts;
    }

    String side(Changed.Side side, Locale locale) {
        return named("platform.side.", side.name(), locale);
    }

    String thing(Changed.Thing thing, Locale locale) {
        return named("platform.thing.", thing.name(), locale);
    }

    /** A line for each field: its name, what it was, what it is. */
    Div fields(AuditEntry entry, Locale locale) {
        var fields = new TreeSet<>(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        var lines = new Div();
        lines.addClassName("changes");
        for (String field : fields) {
            var line = new Element("div");
            line.appendChild(new Element("span").setText(named("platform.field.", field, locale) + ": "));
            Object before = entry.before().get(field);
            if (before != null) {
                line.appendChild(new Element("del").setText(value(field, before, locale)));
            }
            Object after = entry.after().get(field);
            if (after != null) {
                line.appendChild(new Element("ins").setText(value(field, after, locale)));
            }
            lines.getElement().appendChild(line);
        }
        return lines;
    }

    private String value(String field, Object value, Locale locale) {
        return switch (value) {
            case Boolean yes -> texts.getMessage(yes ? "platform.yes" : "platform.no", null, locale);
            case Map<?, ?> words
            when words.get("characters") instanceof Number length ->
                texts.getMessage("platform.words", new Object[] {length}, locale);
            case Number amount when MONEY.contains(field) -> Formats.money(Money.rubles(amount.longValue()), locale);
            default -> String.valueOf(value);
        };
    }

    /** What has no name of its own yet is shown by that which it has in the API. */
    private String named(String beginning, String name, Locale locale) {
        @Nullable String text = texts.getMessage(beginning + name.toLowerCase(Locale.ROOT), null, null, locale);
        return text == null ? name.toLowerCase(Locale.ROOT).replace('_', ' ') : text;
    }
}
