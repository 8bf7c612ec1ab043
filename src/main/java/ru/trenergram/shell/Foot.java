package ru.trenergram.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementFactory;
import com.vaadin.flow.function.SerializableRunnable;
import ru.trenergram.base.ui.LineIcon;

/** The foot of a panel's drawer: who one is, as what, the ways out, the switches. */
class Foot extends Div {

    /** @param ways what stands above: other places to go to */
    Foot(String name, String role, SerializableRunnable signOut, PreferenceButtons preferences, Component... ways) {
        var leave = new Button(LineIcon.LEAVE.create(), click -> signOut.run());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        leave.setAriaLabel(getTranslation("panel.sign-out"));
        leave.setTooltipText(getTranslation("panel.sign-out"));

        var who = new Div();
        who.getElement().appendChild(ElementFactory.createStrong(name), new Element("small").setText(role));
        var me = new Div(who, leave);
        me.addClassName("me");
        addClassName("foot");
        add(ways);
        add(me, preferences);
    }
}
