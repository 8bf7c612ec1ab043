package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A part of a page under a heading of its own, with what can be done there. */
class Part extends Section {

    private final DescriptionList facts = new DescriptionList();

    Part(String title, Component... actions) {
        addClassName("part");
        facts.addClassName("pairs");
        var row = new Div(actions);
        row.addClassName("toolbar");
        var head = new Div(new H2(title), row);
        head.addClassName("part-head");
        add(head);
    }

    Part fact(String name, String value) {
        return fact(name, new Span(value));
    }

    Part fact(String name, Component... value) {
        if (facts.getParent().isEmpty()) {
            add(facts);
        }
        facts.add(new Term(name), new Description(value));
        return this;
    }
}
