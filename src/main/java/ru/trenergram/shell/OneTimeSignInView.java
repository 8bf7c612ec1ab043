package ru.trenergram.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.security.Caller;
import ru.trenergram.security.OneTimeLogins;
import ru.trenergram.security.PanelSignIn;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * The page behind a one-time link. Opening it uses nothing up: messengers fetch links to show a preview of them. Only
 * the button, which is a POST, signs in.
 */
@Route(value = "login/:token", autoLayout = false)
@AnonymousAllowed
class OneTimeSignInView extends FramelessPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OneTimeLogins logins;
    private final transient PanelSignIn panel;
    private final transient Users users;
    private String token = "";

    OneTimeSignInView(Preferences preferences, OneTimeLogins logins, PanelSignIn panel, Users users) {
        super(preferences);
        this.logins = logins;
        this.panel = panel;
        this.users = users;

        var signIn = new Button(getTranslation("panel.login.confirm.button"), click -> signIn());
        signIn.addThemeVariants(ButtonVariant.PRIMARY);
        signIn.setDisableOnClick(true);
        showSheet(new EmptyState(
                Drawing.KEY,
                getTranslation("panel.login.confirm.title"),
                getTranslation("panel.login.confirm"),
                signIn));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
    }

    private void signIn() {
        logins.redeem(token).map(users::get).ifPresentOrElse(this::open, this::dead);
    }

    private void open(UserInfo user) {
        panel.signIn(
                new Caller(user.id(), user.telegramId()),
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        UI.getCurrent().getPage().setLocation("/club");
    }

    private void dead() {
        var how = new Anchor("/login", getTranslation("panel.login.title"));
        how.addClassName("button");
        showSheet(new EmptyState(
                Drawing.CLOSED, getTranslation("panel.login.dead.title"), getTranslation("panel.login.dead"), how));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("panel.title.login");
    }
}
