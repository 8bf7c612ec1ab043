package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Locale;
import ru.trenergram.analytics.ChecklistStep;
import ru.trenergram.analytics.Checklists.Checklist;

/** The first steps: what is done is struck off, what is next is the one button. */
class ChecklistCard extends Div {

    private final transient Checklist checklist;
    private final long clubId;
    private final SerializableRunnable hide;
    private final SerializableRunnable show;

    ChecklistCard(Checklist checklist, long clubId, SerializableRunnable hide, SerializableRunnable show) {
        this.checklist = checklist;
        this.clubId = clubId;
        this.hide = hide;
        this.show = show;
        addClassName("checklist");
        if (checklist.hidden()) {
            folded();
        } else {
            open();
        }
    }

    private void folded() {
        removeAll();
        addClassName("folded");
        add(quiet("reports.checklist.show", () -> {
            show.run();
            open();
        }));
    }

    private void open() {
        removeAll();
        removeClassName("folded");
        int done = checklist.done().size();
        var head = new Div(
                new Div(
                        new H2(getTranslation("reports.checklist.title")),
                        new Paragraph(
                                getTranslation("reports.checklist.progress", done, ChecklistStep.values().length))),
                quiet("reports.checklist.hide", () -> {
                    hide.run();
                    folded();
                }));
        head.addClassName("list-head");
        var steps = new OrderedList();
        boolean next = true;
        for (ChecklistStep step : ChecklistStep.values()) {
            boolean isDone = checklist.done().contains(step);
            steps.add(step(step, isDone, next && !isDone));
            next = next && isDone;
        }
        add(head, steps);
    }

    private ListItem step(ChecklistStep step, boolean done, boolean next) {
        String key = "reports.checklist." + step.name().toLowerCase(Locale.ROOT);
        var sign = new Span(done ? "✓" : "");
        sign.addClassName("sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(getTranslation(key));
        name.addClassName("name");
        var item = new ListItem(sign, name);
        if (done) {
            item.addClassName("done");
            item.add(new Span(getTranslation("reports.checklist.done")));
            return item;
        }
        item.add(new Span(getTranslation(key + ".why")));
        var go = new Anchor("/club/" + clubId + "/" + step.page(), getTranslation(key + ".do"));
        if (next) {
            go.addClassName("button");
        }
        item.add(go);
        return item;
    }

    private Button quiet(String key, SerializableRunnable action) {
        var button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
