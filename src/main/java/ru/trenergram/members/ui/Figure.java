package ru.trenergram.members.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** A number that stands for itself, and what it counts. */
class Figure extends Div {

    Figure(String number, String about) {
        addClassName("count");
        var value = new Span(number);
        value.addClassName("numeric");
        add(value);
        getElement().appendChild(new Element("small").setText(about));
    }
}
