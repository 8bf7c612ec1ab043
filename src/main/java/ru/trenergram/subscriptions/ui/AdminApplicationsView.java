package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.AdminMenu;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Narrow;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.clubs.ClubApplication;
import ru.trenergram.clubs.ClubApplication.State;
import ru.trenergram.clubs.ClubApplications;
import ru.trenergram.clubs.ClubApplications.Listed;
import ru.trenergram.security.Caller;

/** Clubs that want to be on the platform; the staff bot asks the same, and the first decision stands. */
@Route("admin/applications")
@AdminMenu(title = "admin.applications.menu", icon = LineIcon.INBOX, order = 30)
@PermitAll
class AdminApplicationsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String STATE = "state";
    private static final int LONGEST_REASON = 500;

    private final transient ClubApplications applications;
    private final transient AuthenticationContext authentication;
    private final Select<State> state = new Select<>();
    private final Grid<Listed> grid = new Grid<>(Listed.class, false);

    AdminApplicationsView(ClubApplications applications, AuthenticationContext authentication) {
        this.applications = applications;
        this.authentication = authentication;

        state.setItems(State.values());
        state.setItemLabelGenerator(item -> getTranslation("admin.application." + lower(item)));
        state.setAriaLabel(getTranslation("admin.clubs.state"));
        state.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent().navigate("admin/applications", QueryParameters.of(STATE, lower(change.getValue())));
            }
        });
        var toolbar = new Div(state);
        toolbar.addClassName("toolbar");
        var head = new Div(
                new Div(
                        new H1(getTranslation("admin.applications.menu")),
                        new Paragraph(getTranslation("admin.applications.about"))),
                toolbar);
        head.addClassName("list-head");
        addClassName("list");
        columns();
        add(head, grid);
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(this::day)
                .setHeader(getTranslation("subscription.entry.day"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(listed -> listed.application().details().name())
                .setHeader(getTranslation("admin.clubs.club"))
                .setFlexGrow(2);
        grid.addColumn(AdminApplicationsView::place)
                .setHeader(getTranslation("admin.application.place"))
                .setFlexGrow(3);
        grid.addColumn(AdminApplicationsView::applicant)
                .setHeader(getTranslation("admin.application.applicant"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::outcome).setAutoWidth(true).setFlexGrow(1);
        Narrow.compact(grid, grid.addComponentColumn(this::card));
        grid.setEmptyStateComponent(new EmptyState(
                Drawing.NO_BOOKINGS,
                getTranslation("admin.applications.none.title"),
                getTranslation("admin.applications.none")));
    }

    private Component card(Listed listed) {
        var card = new Div(
                new Span(listed.application().details().name()),
                new Span(day(listed)),
                new Span(place(listed) + " · " + applicant(listed)),
                outcome(listed));
        card.addClassName("row-card");
        return card;
    }

    private String day(Listed listed) {
        return Formats.date(
                LocalDate.ofInstant(listed.at(), listed.application().details().timezone()), getLocale());
    }

    private static String place(Listed listed) {
        return listed.application().details().city() + ", "
                + listed.application().details().address();
    }

    private static String applicant(Listed listed) {
        String contact = listed.application().details().contact();
        return contact == null ? listed.applicant() : listed.applicant() + " · " + contact;
    }

    private Component outcome(Listed listed) {
        ClubApplication application = listed.application();
        return switch (application.state()) {
            case OPEN -> decision(application);
            case APPROVED -> new Anchor("/admin/clubs/" + listed.clubId(), getTranslation("admin.application.club"));
            case REFUSED -> {
                var refused = new Div(
                        new StatusBadge(Token.CANCELLED, getTranslation("admin.application.refused")),
                        new Span(application.reason()));
                refused.addClassName("badges");
                yield refused;
            }
        };
    }

    private Component decision(ClubApplication application) {
        var approve = new Button(getTranslation("admin.application.approve"), click -> approve(application));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setDisableOnClick(true);
        var refuse = new Button(getTranslation("admin.application.refuse"), click -> refuse(application));
        refuse.addThemeVariants(ButtonVariant.TERTIARY);
        var decision = new Div(approve, refuse);
        decision.addClassName("toolbar");
        return decision;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        State asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(STATE)
                .flatMap(name -> Arrays.stream(State.values())
                        .filter(item -> lower(item).equals(name))
                        .findFirst())
                .orElse(State.OPEN);
        state.setValue(asked);
        Caller caller = caller();
        grid.setItems(query -> applications.page(caller, asked, query.getOffset(), query.getLimit()).stream());
    }

    private void approve(ClubApplication application) {
        told(applications.approve(caller(), application.id()), "admin.application.approved-now", application);
    }

    private void refuse(ClubApplication application) {
        var reason = new TextArea(getTranslation("admin.application.reason"));
        reason.setMaxLength(LONGEST_REASON);
        new FormDialog(
                        getTranslation(
                                "admin.application.refuse.title",
                                application.details().name()),
                        getTranslation("admin.application.refuse"),
                        () -> told(
                                applications.refuse(
                                        caller(),
                                        application.id(),
                                        reason.getValue().strip()),
                                "admin.application.refused-now",
                                application))
                .with(new Paragraph(getTranslation("admin.application.refuse.about")))
                .field("reason", reason)
                .dangerous()
                .open();
    }

    /** @param first whether nobody had decided before */
    private void told(boolean first, String key, ClubApplication application) {
        String name = application.details().name();
        if (first) {
            Notices.done(getTranslation(key, name));
        } else {
            Notices.refused(getTranslation("admin.application.decided", name));
        }
        grid.getDataProvider().refreshAll();
    }

    private Caller caller() {
        return authentication.getAuthenticatedUser(Caller.class).orElseThrow();
    }

    private static String lower(State item) {
        return item.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.applications.menu");
    }
}
