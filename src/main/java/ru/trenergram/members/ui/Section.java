package ru.trenergram.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A part of a card, under a heading. */
class Section extends Div {

    Section(String heading, Component... content) {
        addClassName("part-of-card");
        add(new H2(heading));
        add(content);
    }

    /** Says below the heading what one should know of it. */
    Section note(String text) {
        var note = new Paragraph(text);
        note.addClassName("note");
        addComponentAtIndex(1, note);
        return this;
    }
}
