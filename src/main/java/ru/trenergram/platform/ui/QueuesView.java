package ru.trenergram.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Locale;
import ru.trenergram.base.ui.AdminMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.platform.FailedEvents;
import ru.trenergram.platform.Messages;
import ru.trenergram.platform.PeriodicJobs;
import ru.trenergram.security.Caller;
import ru.trenergram.users.Users;

/** What waits, what failed, and what runs in the background; tab and filter stand in the address. */
@Route(QueuesView.PATH)
@AdminMenu(title = "platform.queues.menu", icon = LineIcon.QUEUE, order = 70)
@PermitAll
class QueuesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "admin/queues";

    private static final String TAB = "tab";

    private final transient Messages messages;
    private final transient FailedEvents events;
    private final transient PeriodicJobs jobs;
    private final transient Caller caller;
    private final Times times;
    private final Tabs tabs = new Tabs();
    private final Div content = new Div();

    /** In the order in which they stand there; the first is where one comes in. */
    enum Place {
        MESSAGES,
        EVENTS,
        JOBS,
        BOTS
    }

    QueuesView(
            Messages messages,
            FailedEvents events,
            PeriodicJobs jobs,
            Users users,
            AuthenticationContext authentication) {
        this.messages = messages;
        this.events = events;
        this.jobs = jobs;
        this.caller = authentication.getAuthenticatedUser(Caller.class).orElseThrow();
        this.times = Times.of(users.get(caller.userId()), getLocale());

        Arrays.stream(Place.values())
                .forEach(place -> tabs.add(new Tab(getTranslation("platform.queues.tab." + name(place)))));
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                Place place = Place.values()[tabs.getSelectedIndex()];
                UI.getCurrent().navigate(PATH, QueryParameters.of(TAB, name(place)));
            }
        });
        content.addClassName("tab");
        var head = new Div(new Div(
                new H1(getTranslation("platform.queues.title")),
                new Paragraph(getTranslation("platform.queues.about"))));
        head.addClassName("list-head");
        addClassName("list");
        add(head, tabs, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Place place = parameters
                .getSingleParameter(TAB)
                .flatMap(name -> Arrays.stream(Place.values())
                        .filter(it -> name(it).equals(name))
                        .findFirst())
                .orElse(Place.MESSAGES);
        tabs.setSelectedIndex(place.ordinal());
        content.removeAll();
        content.add(content(place, parameters));
    }

    private Component content(Place place, QueryParameters parameters) {
        return switch (place) {
            case MESSAGES -> new MessagesTab(messages, caller, times, parameters);
            case EVENTS -> new EventsTab(events, caller, times);
            case JOBS -> new JobsTab(jobs, caller, times);
            case BOTS -> new BotsTab(messages, caller, times);
        };
    }

    static String name(Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    /** The address of one of its tabs. */
    static String address(Place place) {
        return "/" + PATH + "?" + TAB + "=" + name(place);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("platform.queues.title");
    }
}
