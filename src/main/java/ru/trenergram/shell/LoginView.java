package ru.trenergram.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.beans.factory.ObjectProvider;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Settings;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;

/** Says how to sign in: there are no passwords, the staff bot sends a link. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends FramelessPage implements BeforeEnterObserver, HasDynamicTitle {

    /** Any payload opens the bot; this one tells its statistics where people came from. */
    private static final String PAYLOAD = "panel";

    /** Where a session ends whose person was shut out. */
    private static final String BLOCKED = ErrorCode.BLOCKED.code();

    private final transient AuthenticationContext authentication;

    LoginView(
            Preferences preferences,
            AuthenticationContext authentication,
            Settings settings,
            ObjectProvider<BotLinks> links) {
        super(preferences);
        this.authentication = authentication;
        boolean hasBot = settings.staffToken() != null;
        showSheet(new EmptyState(
                Drawing.KEY,
                getTranslation("panel.login.title"),
                getTranslation(hasBot ? "panel.login.how" : "panel.login.no-bot"),
                hasBot ? botLink(links) : new Component[0]));
    }

    private Component[] botLink(ObjectProvider<BotLinks> links) {
        return links.stream()
                .map(bots -> {
                    var link = new Anchor(bots.deepLink(Bot.STAFF, PAYLOAD), getTranslation("panel.login.open-bot"));
                    link.addClassName("button");
                    link.setRouterIgnore(true);
                    return link;
                })
                .toArray(Component[]::new);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo(ClubsView.class);
        } else if (event.getLocation().getQueryParameters().getParameters().containsKey(BLOCKED)) {
            showSheet(new EmptyState(
                    Drawing.CLOSED, getTranslation("panel.login.blocked.title"), getTranslation("error.blocked")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("panel.title.login");
    }
}
