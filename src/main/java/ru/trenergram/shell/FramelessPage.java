package ru.trenergram.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;

/** A page outside a club's panel: the mark and the switches above, its matter in the middle. */
class FramelessPage extends Div {

    private final Main body = new Main();

    FramelessPage(Preferences preferences) {
        var head = new Header(new Brand(), new PreferenceButtons(preferences));
        head.addClassName("page-head");
        body.addClassName("page-body");
        addClassName("page");
        add(head, body);
    }

    void show(Component... components) {
        body.removeAll();
        body.add(components);
    }

    /** A sheet of paper in the middle. */
    void showSheet(Component content) {
        var sheet = new Div(content);
        sheet.addClassName("sheet");
        show(sheet);
    }
}
