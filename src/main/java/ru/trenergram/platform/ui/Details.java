package ru.trenergram.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/** What is known of something: names and values, under a heading. */
class Details extends Div {

    private final Element list = new Element("dl");

    Details(String heading) {
        this(new H2(heading));
    }

    Details(Component heading) {
        addClassName("details");
        add(heading);
        getElement().appendChild(list);
    }

    /** Leaves out what there is not. */
    Details with(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            list.appendChild(new Element("dt").setText(name), new Element("dd").setText(value));
        }
        return this;
    }

    Details with(String name, Component value) {
        list.appendChild(new Element("dt").setText(name), new Element("dd").appendChild(value.getElement()));
        return this;
    }
}
