package ru.trenergram.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementFactory;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.ClubFreezes;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.OpenedClubs;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.users.Users;

/** The frame around a club's views: which club, where to go, who one is. */
@Layout("/club")
@PermitAll
class ClubLayout extends PanelLayout {

    /** Where {@code /club/<id>} leads. */
    static final String FIRST_PAGE = "dashboard";

    private final transient StaffMembers staff;
    private final transient Users users;
    private final transient Superadmins superadmins;
    private final transient OpenedClubs opened;
    private final transient ClubFreezes freezes;
    private final transient AuthenticationContext authentication;
    private final transient ClubPages pages;
    private final PreferenceButtons preferences;
    private long staffId;
    private long clubId;
    private @Nullable Drawn drawn;
    private final Div banner = new Div();

    ClubLayout(
            StaffMembers staff,
            Users users,
            Superadmins superadmins,
            OpenedClubs opened,
            ClubFreezes freezes,
            AuthenticationContext authentication,
            ClubPages pages,
            Preferences preferences) {
        this.staff = staff;
        this.users = users;
        this.superadmins = superadmins;
        this.opened = opened;
        this.freezes = freezes;
        this.authentication = authentication;
        this.pages = pages;
        this.preferences = new PreferenceButtons(preferences);

        banner.addClassName("banner");
        banner.getElement().setAttribute("role", "status");
        navbar.add(banner);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Caller caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        Membership membership = staff.panelMembership(caller.userId(), clubId);
        this.staffId = caller.userId();
        this.clubId = clubId;
        showBanner(caller, membership);
        var now = new Drawn(membership, clubs(caller), getLocale());
        if (!now.equals(drawn)) { // else every click would draw it anew
            drawer.removeAll();
            drawer.add(new Brand(), club(now), menu(membership), foot(caller, now));
            drawn = now;
        }
    }

    /** What the drawer tells. */
    private record Drawn(Membership membership, List<Membership> clubs, Locale language) {}

    private List<Membership> clubs(Caller caller) {
        return staff.memberships(caller.userId()).stream()
                .filter(membership -> membership.role().opensPanel())
                .toList();
    }

    /** Why one only looks: as a super-admin who has opened the club, or because it is frozen. */
    private void showBanner(Caller caller, Membership membership) {
        banner.removeAll();
        if (membership.role() == StaffRole.READONLY) { // as everybody is in both cases
            long clubId = membership.club().id();
            if (opened.isOpen(caller.userId(), clubId)) {
                var leave = new Button(getTranslation("panel.opened.leave"), click -> {
                    opened.leave(caller, clubId);
                    UI.getCurrent().navigate("admin/clubs/" + clubId);
                });
                banner.add(
                        new Span(
                                getTranslation("panel.opened", membership.club().name())),
                        leave);
            } else {
                freezes.find(clubId)
                        .ifPresent(freeze -> banner.add(new Span(getTranslation("panel.frozen", freeze.reason()))));
            }
        }
        boolean shown = banner.getComponentCount() > 0;
        banner.setVisible(shown);
        getElement().setAttribute("banner", shown);
    }

    /** Whoever is no longer on the staff, and only found out by a refusal, does not stay before a page that is not theirs. */
    void leaveWhenDismissed() {
        try {
            staff.panelMembership(staffId, clubId);
        } catch (DomainException dismissed) {
            getUI().ifPresent(ui -> ui.navigate("club"));
        }
    }

    private Div club(Drawn now) {
        Membership current = now.membership();
        List<Membership> all = now.clubs();
        var club = new Div();
        club.addClassName("club");
        if (all.size() < 2 || !all.contains(current)) {
            club.getElement()
                    .appendChild(
                            ElementFactory.createStrong(current.club().name()),
                            small(current.club().city()));
            return club;
        }
        var choice = new Select<Membership>();
        choice.setAriaLabel(getTranslation("panel.title.clubs"));
        choice.setItems(all);
        choice.setItemLabelGenerator(membership -> membership.club().name());
        choice.setValue(current);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choice.getUI()
                        .orElseThrow()
                        .navigate("club/" + change.getValue().club().id() + "/" + FIRST_PAGE);
            }
        });
        club.add(choice);
        return club;
    }

    private SideNav menu(Membership membership) {
        long clubId = membership.club().id();
        var menu = new SideNav();
        pages.inOrder(membership.role())
                .forEach(page -> menu.addItem(new SideNavItem(
                        getTranslation(page.title()),
                        page.path(clubId),
                        page.icon().create())));
        return menu;
    }

    private Foot foot(Caller caller, Drawn now) {
        return new Foot(
                users.get(caller.userId()).person().fullName(),
                Roles.name(now.membership().role()),
                authentication::logout,
                preferences,
                superadmins.contains(caller)
                        ? new Component[] {new Way("/admin", LineIcon.SHIELD, getTranslation("panel.admin.name"))}
                        : new Component[0]);
    }

    private static Element small(String text) {
        return new Element("small").setText(text);
    }
}
