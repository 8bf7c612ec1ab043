package ru.trenergram.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;

/** The way into the panels: straight on when there is one, a choice when there are several. */
@Route(value = "club/:clubId?([0-9]{1,18})", autoLayout = false)
@PermitAll
class ClubsView extends FramelessPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient StaffMembers staff;
    private final transient Superadmins superadmins;
    private final transient AuthenticationContext authentication;

    ClubsView(
            Preferences preferences,
            StaffMembers staff,
            Superadmins superadmins,
            AuthenticationContext authentication) {
        super(preferences);
        this.staff = staff;
        this.superadmins = superadmins;
        this.authentication = authentication;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Caller caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();
        List<Membership> memberships = staff.memberships(caller.userId()).stream()
                .filter(membership -> membership.role().opensPanel())
                .toList();
        boolean superadmin = superadmins.contains(caller);
        Optional<String> club = event.getRouteParameters().get("clubId");
        if (club.isEmpty() && superadmin && memberships.isEmpty()) {
            event.forwardTo(AdminView.class);
            return;
        }
        club.map(Long::valueOf)
                .or(() -> memberships.size() == 1 && !superadmin
                        ? memberships.stream()
                                .map(Membership::club)
                                .map(ClubInfo::id)
                                .findFirst()
                        : Optional.empty())
                .ifPresentOrElse(
                        id -> event.forwardTo("club/" + id + "/" + ClubLayout.FIRST_PAGE),
                        () -> choose(memberships, superadmin));
    }

    private void choose(List<Membership> memberships, boolean superadmin) {
        if (memberships.isEmpty()) {
            var home = new Anchor("/", getTranslation("panel.home"));
            home.addClassName("button");
            show(new EmptyState(
                    Drawing.CLOSED,
                    getTranslation("panel.clubs.none.title"),
                    getTranslation("panel.clubs.none"),
                    home));
            return;
        }
        var hero = new Div(new H1(getTranslation(superadmin ? "panel.clubs.choose-panel" : "panel.clubs.choose")));
        hero.addClassName("hero");
        var choices = new Div();
        choices.addClassNames("choices", "few");
        if (superadmin) {
            choices.add(new Choice(
                    "/admin",
                    LineIcon.SHIELD,
                    getTranslation("panel.admin.name"),
                    getTranslation("panel.admin.about")));
        }
        memberships.forEach(membership -> choices.add(new Choice(
                "/club/" + membership.club().id(),
                LineIcon.CLUB,
                membership.club().name(),
                membership.club().city() + " · " + Roles.name(membership.role()))));
        show(hero, choices);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("panel.title.clubs");
    }
}
