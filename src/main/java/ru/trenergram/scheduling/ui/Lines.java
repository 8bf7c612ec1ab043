package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/** Two lines of a cell: what matters, and under it what helps. */
class Lines extends Div {

    Lines(String first, @Nullable String second) {
        addClassName("two-lines");
        add(new Span(first));
        if (second != null && !second.isBlank()) {
            getElement().appendChild(new Element("small").setText(second));
        }
    }
}
