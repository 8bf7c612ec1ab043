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

/** The way into a club's panel: straight on when there is one club, a choice when there are several. */
@Route(value = "club/:clubId?([0-9]{1,18})", autoLayout = false)
@PermitAll
class ClubsView extends FramelessPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient StaffMembers staff;
    private final transient AuthenticationContext authentication;

    ClubsView(Preferences preferences, StaffMembers staff, AuthenticationContext authentication) {
        super(preferences);
        this.staff = staff;
        this.authentication = authentication;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Caller caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();
        List<Membership> memberships = staff.memberships(caller.userId()).stream()
                .filter(membership -> membership.role().opensPanel())
                .toList();
        event.getRouteParameters()
                .get("clubId")
                .map(Long::valueOf)
                .or(() -> memberships.size() == 1
                        ? memberships.stream()
                                .map(Membership::club)
                                .map(ClubInfo::id)
                                .findFirst()
                        : Optional.empty())
                .ifPresentOrElse(
                        club -> event.forwardTo("club/" + club + "/" + ClubLayout.FIRST_PAGE),
                        () -> choose(memberships));
    }

    private void choose(List<Membership> memberships) {
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
        var hero = new Div(new H1(getTranslation("panel.clubs.choose")));
        hero.addClassName("hero");
        var choices = new Div();
        choices.addClassNames("choices", "few");
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
