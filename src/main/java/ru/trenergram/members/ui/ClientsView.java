package ru.trenergram.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.Download;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.KeyPages;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.members.MemberExport;
import ru.trenergram.members.MemberFilter;
import ru.trenergram.members.MemberList;
import ru.trenergram.members.MemberRow;
import ru.trenergram.members.Members;
import ru.trenergram.members.SavedFilters;
import ru.trenergram.members.TrainerCards;
import ru.trenergram.security.Caller;

/** The club's clients. What is looked for stands in the address. */
@Route("club/:clubId([0-9]{1,18})/clients")
@ClubMenu(title = "people.clients.menu", icon = LineIcon.CLIENTS, order = 25)
@PermitAll
class ClientsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient StaffMembers staff;
    private final transient MemberList list;
    private final transient Members members;
    private final transient SavedFilters savedFilters;
    private final transient TrainerCards trainers;
    private final transient MemberExport export;
    private final transient AuthenticationContext authentication;
    private String title = "";
    private transient @Nullable Membership shown;
    private @Nullable ClientFilters filters;

    ClientsView(
            StaffMembers staff,
            MemberList list,
            Members members,
            SavedFilters savedFilters,
            TrainerCards trainers,
            MemberExport export,
            AuthenticationContext authentication) {
        this.staff = staff;
        this.list = list;
        this.members = members;
        this.savedFilters = savedFilters;
        this.trainers = trainers;
        this.export = export;
        this.authentication = authentication;
        addClassName("list");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        show(
                staffId,
                staff.panelMembership(staffId, clubId),
                ClientAddress.filter(event.getLocation().getQueryParameters()));
    }

    private void show(long staffId, Membership membership, MemberFilter filter) {
        long clubId = membership.club().id();
        QueryParameters query = ClientAddress.query(filter);
        title = getTranslation("people.clients.title") + " · "
                + membership.club().name();

        var grid = new ClientGrid(getLocale(), membership);
        var pages = new KeyPages<MemberRow>((after, limit) -> list.page(staffId, clubId, filter, after, limit));
        grid.setItems(pages::fetch);
        grid.setEmptyStateComponent(empty(staffId, membership, filter));

        int count = list.count(staffId, clubId, filter);
        var summary = new Paragraph(getTranslation(
                filter.equals(MemberFilter.ALL) ? "people.clients.summary" : "people.clients.found", count));
        var head = new Div(
                new Div(new H1(getTranslation("people.clients.title")), summary), actions(staffId, membership, filter));
        head.addClassName("list-head");
        if (filters == null || !membership.equals(shown)) {
            shown = membership;
            filters = new ClientFilters(
                    membership.role().seesPhones(),
                    trainerNames(staffId, clubId),
                    list.tags(staffId, clubId),
                    membership.role().seesBalances(),
                    changed -> open(clubId, changed));
            removeAll();
            add(filters);
        }
        getChildren().filter(child -> child != filters).toList().forEach(this::remove);
        addComponentAsFirst(head);
        add(new SavedFilterBar(savedFilters, staffId, clubId, query.getQueryString()), grid);
        filters.show(filter);
    }

    private Component actions(long staffId, Membership membership, MemberFilter filter) {
        long clubId = membership.club().id();
        var actions = new Div();
        actions.addClassName("toolbar");
        if (membership.role().managesClients()) {
            var add = new Button(getTranslation("people.clients.add"), click -> add(staffId, clubId));
            add.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(add, new Anchor("/" + ClientImportView.address(clubId), getTranslation("people.import")));
        }
        if (membership.role().exports()) {
            Locale language = getLocale(); // a download has no page to ask
            actions.add(Download.inEachFormat(
                    "clients", (format, out) -> export.write(staffId, clubId, filter, format, language, out)));
        }
        return actions;
    }

    private void add(long staffId, long clubId) {
        new NewClientDialog(details -> {
                    long id = members.add(staffId, clubId, details);
                    UI.getCurrent().navigate(ClientAddress.card(clubId, id));
                })
                .open();
    }

    private Map<Long, String> trainerNames(long staffId, long clubId) {
        Map<Long, String> names = new LinkedHashMap<>();
        trainers.list(staffId, clubId, null, null)
                .forEach(row -> names.put(
                        row.profile().telegramId(), row.profile().person().fullName()));
        return names;
    }

    private EmptyState empty(long staffId, Membership membership, MemberFilter filter) {
        long clubId = membership.club().id();
        if (!filter.equals(MemberFilter.ALL)) {
            return new EmptyState(
                    Drawing.NO_CLIENTS,
                    getTranslation("people.clients.none-found.title"),
                    getTranslation("people.clients.none-found"),
                    new Button(getTranslation("people.show-all"), click -> open(clubId, MemberFilter.ALL)));
        }
        return new EmptyState(
                Drawing.NO_CLIENTS,
                getTranslation("people.clients.empty.title"),
                getTranslation("people.clients.empty"),
                membership.role().managesClients()
                        ? new Component[] {
                            new Anchor("/" + ClientImportView.address(clubId), getTranslation("people.import")),
                            new Button(getTranslation("people.clients.add"), click -> add(staffId, clubId))
                        }
                        : new Component[0]);
    }

    private static void open(long clubId, MemberFilter filter) {
        UI.getCurrent().navigate(ClientAddress.list(clubId), ClientAddress.query(filter));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
