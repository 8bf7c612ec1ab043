package ru.trenergram.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementFactory;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.users.Users;

/** The frame around the super-admins' views; to everybody else none of them is there. */
@Layout("/admin")
@PermitAll
class AdminLayout extends PanelLayout {

    private final transient Superadmins superadmins;
    private final transient StaffMembers staff;
    private final transient Users users;
    private final transient AuthenticationContext authentication;
    private final transient AdminPages pages;
    private final PreferenceButtons preferences;

    AdminLayout(
            Superadmins superadmins,
            StaffMembers staff,
            Users users,
            AuthenticationContext authentication,
            AdminPages pages,
            Preferences preferences) {
        this.superadmins = superadmins;
        this.staff = staff;
        this.users = users;
        this.authentication = authentication;
        this.pages = pages;
        this.preferences = new PreferenceButtons(preferences);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Caller caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();
        superadmins.require(caller);
        drawer.removeAll();
        drawer.add(new Brand(), platform(), menu(), foot(caller));
    }

    private Div platform() {
        var platform = new Div();
        platform.addClassName("club");
        platform.getElement()
                .appendChild(
                        ElementFactory.createStrong(getTranslation("panel.admin.name")),
                        new Element("small").setText(getTranslation("panel.admin.about")));
        return platform;
    }

    private SideNav menu() {
        var menu = new SideNav();
        pages.inOrder().forEach(page -> {
            var item = new SideNavItem(
                    getTranslation(page.title()), page.path(), page.icon().create());
            item.setMatchNested(true);
            menu.addItem(item);
        });
        return menu;
    }

    private Foot foot(Caller caller) {
        boolean hasClubs = staff.memberships(caller.userId()).stream()
                .anyMatch(membership -> membership.role().opensPanel());
        return new Foot(
                users.get(caller.userId()).person().fullName(),
                getTranslation("panel.role.superadmin"),
                authentication::logout,
                preferences,
                hasClubs
                        ? new Component[] {new Way("/club", LineIcon.CLUB, getTranslation("panel.title.clubs"))}
                        : new Component[0]);
    }
}
