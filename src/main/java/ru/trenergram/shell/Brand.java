package ru.trenergram.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The mark and the name; leads to the start page. */
class Brand extends Anchor {

    Brand() {
        super("/");
        addClassName("brand");
        var mark = new Image("icon.svg", "");
        add(mark, new Span("Trenergram"));
    }
}
