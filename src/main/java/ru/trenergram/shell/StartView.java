package ru.trenergram.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import ru.trenergram.base.Settings;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;

/** What Trenergram is, and its faces to choose from. */
@Route(value = "", autoLayout = false)
@AnonymousAllowed
class StartView extends FramelessPage implements HasDynamicTitle {

    StartView(
            Preferences preferences, Settings settings, Superadmins superadmins, AuthenticationContext authentication) {
        super(preferences);

        var hero = new Div(
                new H1(getTranslation("panel.start.headline")), new Paragraph(getTranslation("panel.start.about")));
        hero.addClassName("hero");

        var choices = new Div();
        choices.addClassName("choices");
        if (settings.simulated()) {
            choices.add(
                    choice("/simulator", LineIcon.CHAT, "panel.start.simulator").outsideTheRouter());
        }
        choices.add(choice("/club", LineIcon.CLUB, "panel.start.panel"));
        if (authentication
                .getAuthenticatedUser(Caller.class)
                .filter(superadmins::contains)
                .isPresent()) {
            choices.add(new Choice(
                    "/admin",
                    LineIcon.SHIELD,
                    getTranslation("panel.admin.name"),
                    getTranslation("panel.admin.about")));
        }
        choices.add(choice("/api/docs", LineIcon.CODE, "panel.start.api").outsideTheRouter());

        show(hero, choices);
    }

    private Choice choice(String href, LineIcon icon, String key) {
        return new Choice(href, icon, getTranslation(key), getTranslation(key + ".about"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("panel.title.start");
    }
}
