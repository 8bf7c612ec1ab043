package ru.trenergram.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/** Two lines of a cell: what matters, and under it what helps. */
public final class Lines extends Div {

    public Lines(String first, @Nullable String second) {
        this(new Span(first), second);
    }

    public Lines(Component first, @Nullable String second) {
        addClassName("two-lines");
        add(first);
        if (second != null && !second.isBlank()) {
            getElement().appendChild(new Element("small").setText(second));
        }
    }
}
