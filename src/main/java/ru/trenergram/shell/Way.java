package ru.trenergram.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import ru.trenergram.base.ui.LineIcon;

/** A line of the drawer that leads to another panel. */
class Way extends Anchor {

    Way(String href, LineIcon icon, String text) {
        super(href);
        addClassName("way");
        add(icon.create(), new Span(text));
    }
}
