package ru.trenergram.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.HasDynamicTitle;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;

/** A page that says what is wrong and where to go from here. */
abstract class ErrorPage extends FramelessPage implements HasDynamicTitle {

    ErrorPage(Preferences preferences) {
        super(preferences);
    }

    void tell(Drawing drawing, String title, String text, Component... more) {
        var home = new Anchor("/", getTranslation("panel.home"));
        home.addClassName("button");
        var actions = new Component[more.length + 1];
        System.arraycopy(more, 0, actions, 0, more.length);
        actions[more.length] = home;
        show(new EmptyState(drawing, title, text, actions));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("panel.title.error");
    }
}
