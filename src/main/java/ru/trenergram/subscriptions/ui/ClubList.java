package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.security.Caller;
import ru.trenergram.subscriptions.ClubRegister;
import ru.trenergram.subscriptions.ClubRegister.Filter;
import ru.trenergram.subscriptions.ClubRegister.Order;
import ru.trenergram.subscriptions.ClubRegister.Row;
import ru.trenergram.subscriptions.ClubRegister.Standing;
import ru.trenergram.tariffs.Tariff;
import ru.trenergram.tariffs.Tariffs;

/** A list of clubs for super-admins, filtered by the address. */
abstract class ClubList extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ClubRegister register;
    private final transient AuthenticationContext authentication;

    private final String title;
    private final Order order;
    private final Paragraph summary = new Paragraph();
    private final ClubFilter filter;
    private final ClubGrid grid;
    private Filter asked = new Filter(null, null, null);

    /** @param title its key */
    ClubList(
            String title,
            List<Standing> standings,
            Order order,
            ClubRegister register,
            Tariffs tariffs,
            AuthenticationContext authentication) {
        this.title = title;
        this.order = order;
        this.register = register;
        this.authentication = authentication;
        List<Tariff> all = tariffs.all();
        Map<String, String> names =
                all.stream().collect(Collectors.toMap(Tariff::code, tariff -> tariff.name(getLocale())));

        filter = new ClubFilter(
                all,
                standings,
                parameters -> UI.getCurrent()
                        .navigate(UI.getCurrent().getActiveViewLocation().getPath(), parameters));
        grid = new ClubGrid(getLocale(), names, this::actions);
        grid.setEmptyStateComponent(new EmptyState(
                Drawing.LOST, getTranslation("admin.clubs.none.title"), getTranslation("admin.clubs.none")));

        var head = new Div(new Div(new H1(getTranslation(title)), summary), filter);
        head.addClassName("list-head");
        addClassName("list");
        add(head, grid);
    }

    /** What can be done in a line. */
    abstract Component actions(Row club);

    Caller caller() {
        return authentication.getAuthenticatedUser(Caller.class).orElseThrow();
    }

    /** Reads the rows anew, where one is. */
    void refresh() {
        grid.getDataProvider().refreshAll();
        summary.setText(getTranslation("admin.clubs.count", register.count(caller(), asked)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = filter.read(event.getLocation());
        Caller caller = caller();
        Filter shown = asked;
        grid.setItems(query -> register.page(caller, shown, order, query.getOffset(), query.getLimit()).stream());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation(title);
    }
}
