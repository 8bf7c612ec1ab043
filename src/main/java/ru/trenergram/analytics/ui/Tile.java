package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A figure that leads to what it counts. */
class Tile extends Anchor {

    Tile(String href, String name, String figure, String note) {
        super(href);
        addClassName("tile");
        var value = new Span(figure);
        value.addClassName("figure");
        var small = new Span(note);
        small.addClassName("note");
        add(new Span(name), value, small);
    }
}
