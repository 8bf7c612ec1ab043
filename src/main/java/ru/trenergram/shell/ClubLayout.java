package ru.trenergram.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementFactory;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.security.Caller;
import ru.trenergram.users.Users;

/** The frame around a club's views: which club, where to go, who one is. */
@Layout("/club")
@PermitAll
class ClubLayout extends AppLayout implements BeforeEnterObserver {

    /** Where {@code /club/<id>} leads. */
    static final String FIRST_PAGE = "dashboard";

    private final transient StaffMembers staff;
    private final transient Users users;
    private final transient AuthenticationContext authentication;
    private final transient ClubPages pages;
    private final PreferenceButtons preferences;
    private final Div drawer = new Div();
    private long clubId;

    ClubLayout(
            StaffMembers staff,
            Users users,
            AuthenticationContext authentication,
            ClubPages pages,
            Preferences preferences) {
        this.staff = staff;
        this.users = users;
        this.authentication = authentication;
        this.pages = pages;
        this.preferences = new PreferenceButtons(preferences);

        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("panel.menu"));
        var navbar = new Div(toggle);
        navbar.addClassName("navbar");
        drawer.addClassName("drawer");
        setPrimarySection(Section.DRAWER);
        addToDrawer(drawer);
        addToNavbar(navbar);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Caller caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        Membership membership = staff.panelMembership(caller.userId(), clubId);
        this.clubId = clubId;
        drawer.removeAll();
        drawer.add(new Brand(), club(membership, caller), menu(clubId), foot(caller, membership));
    }

    /** Whoever is no longer on the staff, and only found out by a refusal, does not stay before a page that is not theirs. */
    void leaveWhenDismissed() {
        try {
            staff.panelMembership(
                    authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId(), clubId);
        } catch (DomainException dismissed) {
            getUI().ifPresent(ui -> ui.navigate("club"));
        }
    }

    private Div club(Membership current, Caller caller) {
        List<Membership> all = staff.memberships(caller.userId()).stream()
                .filter(membership -> membership.role().opensPanel())
                .toList();
        var club = new Div();
        club.addClassName("club");
        if (all.size() == 1) {
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

    private SideNav menu(long clubId) {
        var menu = new SideNav();
        pages.inOrder()
                .forEach(page -> menu.addItem(new SideNavItem(
                        getTranslation(page.title()),
                        page.path(clubId),
                        page.icon().create())));
        return menu;
    }

    private Div foot(Caller caller, Membership membership) {
        var leave = new Button(LineIcon.LEAVE.create(), click -> authentication.logout());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        leave.setAriaLabel(getTranslation("panel.sign-out"));
        leave.setTooltipText(getTranslation("panel.sign-out"));

        var who = new Div();
        who.getElement()
                .appendChild(
                        ElementFactory.createStrong(
                                users.get(caller.userId()).person().fullName()),
                        small(Roles.name(membership.role())));
        var me = new Div(who, leave);
        me.addClassName("me");
        var foot = new Div(me, preferences);
        foot.addClassName("foot");
        return foot;
    }

    private static Element small(String text) {
        return new Element("small").setText(text);
    }
}
