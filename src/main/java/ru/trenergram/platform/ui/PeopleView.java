package ru.trenergram.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.ui.AdminMenu;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.KeyPages;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.platform.People;
import ru.trenergram.platform.People.Filter;
import ru.trenergram.platform.People.Kind;
import ru.trenergram.platform.PersonRow;
import ru.trenergram.security.Caller;
import ru.trenergram.users.Users;

/** Everybody on the platform; the search and the filter stand in the address. */
@Route(PeopleView.PATH)
@AdminMenu(title = "platform.people.menu", icon = LineIcon.PEOPLE, order = 40)
@PermitAll
class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "admin/users";

    private static final String WORDS = "q";
    private static final String KIND = "kind";

    private final transient People people;
    private final transient Caller caller;
    private final Paragraph summary = new Paragraph();
    private final TextField search = new TextField();
    private final Select<Kind> kind = new Select<>();
    private final PersonGrid grid;

    PeopleView(People people, Users users, AuthenticationContext authentication) {
        this.people = people;
        this.caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();
        this.grid = new PersonGrid(Times.of(users.get(caller.userId()), getLocale()));

        search.setPlaceholder(getTranslation("platform.people.search"));
        search.setAriaLabel(getTranslation("platform.people.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidth("280px");
        kind.setAriaLabel(getTranslation("platform.people.kind"));
        kind.setItems(Kind.values());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("platform.people.kind.all"));
        kind.setItemLabelGenerator(item -> item == null
                ? getTranslation("platform.people.kind.all")
                : getTranslation("platform.people.kind." + item.name().toLowerCase(Locale.ROOT)));
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                open(filter());
            }
        });
        kind.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                open(filter());
            }
        });
        grid.setEmptyStateComponent(new EmptyState(
                Drawing.NO_TRAINERS,
                getTranslation("platform.people.empty.title"),
                getTranslation("platform.people.empty")));

        var toolbar = new Div(search, kind);
        toolbar.addClassName("toolbar");
        var head = new Div(new Div(new H1(getTranslation("platform.people.title")), summary), toolbar);
        head.addClassName("list-head");
        addClassName("list");
        add(head, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        search.setValue(parameters.getSingleParameter(WORDS).orElse(""));
        kind.setValue(parameters.getSingleParameter(KIND).map(PeopleView::kind).orElse(null));
        show(filter());
    }

    private void show(Filter filter) {
        summary.setText(getTranslation("platform.people.summary", people.count(caller, filter)));
        var pages = new KeyPages<PersonRow>(
                (after, limit) -> people.list(caller, filter, after == null ? null : after.id(), limit));
        grid.setItems(pages::fetch);
    }

    private Filter filter() {
        return new Filter(search.getValue(), kind.getValue());
    }

    private static void open(Filter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!filter.words().isBlank()) {
            parameters.put(WORDS, filter.words());
        }
        if (filter.kind() != null) {
            parameters.put(KIND, name(filter.kind()));
        }
        UI.getCurrent().navigate(PATH, QueryParameters.simple(parameters));
    }

    /** The address of the list of some people. */
    static String address(Kind kind) {
        return PATH + "?" + KIND + "=" + name(kind);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> name(kind).equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("platform.people.title");
    }
}
