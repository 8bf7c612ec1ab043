package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.subscriptions.SubscriptionEntry;

/** What moved the last paid day of a club, the newest first. */
class EntryGrid extends Grid<SubscriptionEntry> {

    private final Locale locale;
    private final ZoneId zone;

    /**
     * @param zone the club's
     * @param refund null for whoever cannot return a payment
     */
    EntryGrid(
            Locale locale,
            ZoneId zone,
            List<SubscriptionEntry> entries,
            @Nullable SerializableConsumer<SubscriptionEntry> refund) {
        super(SubscriptionEntry.class, false);
        this.locale = locale;
        this.zone = zone;
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        addColumn(this::day).setHeader(text("entry.day")).setAutoWidth(true).setFlexGrow(0);
        addColumn(this::what).setHeader(text("entry.what")).setFlexGrow(2);
        addColumn(this::amount)
                .setHeader(text("entry.amount"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(entry -> Words.day(entry.paidAfter(), locale))
                .setHeader(text("paid-until"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(SubscriptionEntry::comment).setHeader(text("entry.comment")).setFlexGrow(3);
        if (refund != null) {
            addComponentColumn(entry -> action(entry, refund))
                    .setWidth("140px")
                    .setFlexGrow(0)
                    .setTextAlign(ColumnTextAlign.END);
        }
        Narrow.compact(this, addComponentColumn(entry -> card(entry, refund)));
        setItems(entries);
    }

    private Component card(SubscriptionEntry entry, @Nullable SerializableConsumer<SubscriptionEntry> refund) {
        var card = new Div(
                new Span(day(entry) + " · " + what(entry)),
                new Span(amount(entry)),
                new Span(text("paid-until") + ": " + Words.day(entry.paidAfter(), locale)),
                refund == null ? new Span() : action(entry, refund));
        card.addClassName("row-card");
        return card;
    }

    private Component action(SubscriptionEntry entry, SerializableConsumer<SubscriptionEntry> refund) {
        if (entry.kind() != SubscriptionEntry.Kind.PAYMENT) {
            return new Span();
        }
        var button = new Button(getTranslation("admin.refund.open"), click -> refund.accept(entry));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private String what(SubscriptionEntry entry) {
        String kind = Words.kind(entry.kind());
        return switch (entry.kind()) {
            case PAYMENT -> kind + ", " + text("months", entry.months());
            case REFUND -> entry.months() == 0 ? kind : kind + ", " + text("months", entry.months());
            case PROLONGATION -> kind + ", " + text("days", entry.days());
            case TARIFF_CHANGE -> kind + ": " + entry.tariffCode();
        };
    }

    private String day(SubscriptionEntry entry) {
        return Formats.date(LocalDate.ofInstant(entry.at(), zone), locale);
    }

    private String amount(SubscriptionEntry entry) {
        return entry.amount().amount() == 0 ? "–" : Formats.money(entry.amount(), locale);
    }

    private String text(String key, Object... arguments) {
        return getTranslation(locale, "subscription." + key, arguments);
    }
}
