package ru.trenergram.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing is: a drawing, what it means, and what to do next. */
public final class EmptyState extends Div {

    public EmptyState(Drawing drawing, String title, String advice, Component... actions) {
        addClassName("empty-state");
        add(drawing.create(), new H2(title), new Paragraph(advice));
        if (actions.length > 0) {
            var row = new Div(actions);
            row.addClassName("actions");
            add(row);
        }
    }
}
