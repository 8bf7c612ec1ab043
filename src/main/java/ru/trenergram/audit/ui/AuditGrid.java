package ru.trenergram.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;
import ru.trenergram.audit.AuditEntry;
import ru.trenergram.audit.AuditWords;
import ru.trenergram.audit.ClubAudit.Step;
import ru.trenergram.base.ui.Narrow;

/** Changes, a line for each field: what it was, what it is. */
class AuditGrid extends Grid<Step> {

    private final transient AuditWords words;
    private final transient DateTimeFormatter time;
    private final SerializableConsumer<Long> chooseActor;

    AuditGrid(AuditWords words, ZoneId zone, SerializableConsumer<Long> chooseActor) {
        super(Step.class, false);
        this.words = words;
        this.chooseActor = chooseActor;
        this.time =
                DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", getLocale()).withZone(zone);
        setSelectionMode(SelectionMode.NONE);
        addColumn(step -> time.format(step.entry().at()))
                .setHeader(getTranslation("audit.when"))
                .setPartNameGenerator(step -> "numeric")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addComponentColumn(this::who).setHeader(getTranslation("audit.who")).setFlexGrow(1);
        addComponentColumn(this::what).setHeader(getTranslation("audit.what")).setFlexGrow(1);
        addComponentColumn(step -> fields(step.entry()))
                .setHeader(getTranslation("audit.change"))
                .setFlexGrow(2);
        Narrow.compact(this, addComponentColumn(step -> {
            var card = new Div(who(step), new Span(time.format(step.entry().at())), what(step), fields(step.entry()));
            card.addClassName("row-card");
            return card;
        }));
    }

    /** A press on a name shows what else they changed. */
    private Component who(Step step) {
        Long id = step.entry().actorId();
        if (id == null || step.actor() == null) {
            return new Span(words.side(step.entry().side(), getLocale()));
        }
        var name = new Button(step.actor(), click -> chooseActor.accept(id));
        name.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        var lines = new Div(name, small(words.side(step.entry().side(), getLocale())));
        lines.addClassName("two-lines");
        return lines;
    }

    private Component what(Step step) {
        var lines = new Div(new Span(words.thing(step.entry().what(), getLocale())));
        if (step.about() != null) {
            lines.add(small(step.about()));
        }
        lines.addClassName("two-lines");
        return lines;
    }

    private Component fields(AuditEntry entry) {
        Set<String> fields = new TreeSet<>(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        var lines = new Div();
        lines.addClassName("audit-fields");
        for (String field : fields) {
            var line = new Element("div");
            line.appendChild(new Element("span").setText(words.field(field, getLocale()) + ": "));
            Object before = entry.before().get(field);
            if (before != null) {
                line.appendChild(new Element("del").setText(words.value(field, before, getLocale())));
            }
            Object after = entry.after().get(field);
            if (after != null) {
                line.appendChild(new Element("ins").setText(words.value(field, after, getLocale())));
            }
            lines.getElement().appendChild(line);
        }
        return lines;
    }

    private static Span small(String text) {
        var small = new Span(text);
        small.addClassName("note");
        return small;
    }
}
