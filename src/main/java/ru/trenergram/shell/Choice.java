package ru.trenergram.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.ElementFactory;
import ru.trenergram.base.ui.LineIcon;

/** A card that leads somewhere. */
class Choice extends Anchor {

    private final String title;

    Choice(String href, LineIcon icon, String title, String about) {
        super(href);
        this.title = title;
        addClassName("choice");
        add(icon.create());
        getElement().appendChild(ElementFactory.createStrong(title));
        add(new Span(about));
    }

    /** For an address that no view has. */
    Choice outsideTheRouter() {
        setRouterIgnore(true);
        return this;
    }

    String title() {
        return title;
    }
}
