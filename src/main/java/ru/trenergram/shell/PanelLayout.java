package ru.trenergram.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterObserver;

/** A frame of a bar, a drawer and a view: three landmarks for those who find their way by ear. */
abstract class PanelLayout extends AppLayout implements BeforeEnterObserver {

    final Div navbar;
    final Div drawer = new Div();

    PanelLayout() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("panel.menu"));
        navbar = new Div(toggle);
        navbar.addClassName("navbar");
        navbar.getElement().setAttribute("role", "banner");
        drawer.addClassName("drawer");
        drawer.getElement().setAttribute("role", "navigation");
        drawer.getElement().setAttribute("aria-label", getTranslation("panel.menu"));
        setPrimarySection(Section.DRAWER);
        addToDrawer(drawer);
        addToNavbar(navbar);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        super.showRouterLayoutContent(content);
        content.getElement().setAttribute("role", "main");
    }
}
