package ru.trenergram.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import ru.trenergram.base.ui.AdminMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.security.Caller;
import ru.trenergram.switches.Feature;
import ru.trenergram.switches.Switches;
import ru.trenergram.switches.Switches.Switch;
import ru.trenergram.users.Users;

/** What can be switched off for everybody. */
@Route("admin/switches")
@AdminMenu(title = "platform.switches.menu", icon = LineIcon.TOGGLE, order = 80)
@PermitAll
class SwitchesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Switches switches;
    private final transient Users users;
    private final transient Caller caller;
    private final Div list = new Div();

    SwitchesView(Switches switches, Users users, AuthenticationContext authentication) {
        this.switches = switches;
        this.users = users;
        this.caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();
        list.addClassName("cards");
        var head = new Div(new Div(new H1(text("title")), new Paragraph(text("about"))));
        head.addClassName("list-head");
        addClassName("card-page");
        add(head, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        list.removeAll();
        switches.all(caller).forEach(it -> list.add(card(it)));
    }

    private Component card(Switch it) {
        String name = name(it.feature());
        var button = new Button(text(it.on() ? "off" : "on"), click -> ask(it.feature(), !it.on()));
        button.setAriaLabel(text(it.on() ? "off" : "on") + ": " + name);
        var head = new Div(
                new H2(name),
                it.on()
                        ? new StatusBadge(Token.CONFIRMED, text("is.on"))
                        : new StatusBadge(Token.NO_SHOW, text("is.off")));
        head.addClassName("details-head");
        var card = new Div(head, new Paragraph(getTranslation("platform.switch." + key(it.feature()) + ".about")));
        if (it.changedBy() != null) {
            Times times = Times.of(users.get(caller.userId()), getLocale());
            card.add(new Paragraph(getTranslation(
                    "platform.switches.changed",
                    users.get(it.changedBy()).person().fullName(),
                    times.moment(it.changedAt()))));
        }
        card.add(button);
        card.addClassName("details");
        return card;
    }

    private void ask(Feature feature, boolean on) {
        new Ask(
                        getTranslation(
                                on ? "platform.switches.on.title" : "platform.switches.off.title", name(feature)),
                        text(on ? "on" : "off"),
                        on ? text("on.what") : getTranslation("platform.switches.off.what", sentence(feature)))
                .then(() -> set(feature, on));
    }

    private void set(Feature feature, boolean on) {
        if (switches.set(caller, feature, on)) {
            Notices.done(
                    getTranslation(on ? "platform.switches.on.done" : "platform.switches.off.done", name(feature)));
        } else {
            Notices.refused(getTranslation("platform.already"));
        }
        show();
    }

    private String sentence(Feature feature) {
        return getTranslation("error.switched_off", feature.ordinal());
    }

    private String name(Feature feature) {
        return getTranslation("platform.switch." + key(feature));
    }

    private static String key(Feature feature) {
        return feature.name().toLowerCase(Locale.ROOT);
    }

    private String text(String key) {
        return getTranslation("platform.switches." + key);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }
}
