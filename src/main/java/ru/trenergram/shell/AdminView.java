package ru.trenergram.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Where the super-admins' panel begins: leads on to the first page of its menu. */
@Route("admin")
@PermitAll
class AdminView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient AdminPages pages;

    AdminView(AdminPages pages) {
        this.pages = pages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        pages.inOrder().stream().findFirst().map(AdminPages.Page::path).ifPresent(event::forwardTo);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("panel.title.admin");
    }
}
