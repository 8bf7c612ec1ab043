package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.Download;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.KeyPages;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.Membership;
import ru.trenergram.scheduling.BookingExport;
import ru.trenergram.scheduling.BookingKey;
import ru.trenergram.scheduling.BookingSearch;
import ru.trenergram.scheduling.BookingSearch.Visitor;
import ru.trenergram.scheduling.BookingSearch.Wanted;
import ru.trenergram.scheduling.BulkCancellations;
import ru.trenergram.scheduling.CalendarNews;
import ru.trenergram.scheduling.ClubCalendar;
import ru.trenergram.scheduling.ClubDesk.BookingRow;
import ru.trenergram.scheduling.StaffBookings;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.TrainerProfile;

/** All bookings of a club, past and to come: to be searched, looked at one by one, and cancelled together. */
@Route("club/:clubId([0-9]{1,18})/bookings")
@ClubMenu(title = "desk.bookings.title", icon = LineIcon.LIST, order = 14)
@PermitAll
class BookingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** From here on it is said that there are more, and the grid finds its end as one comes to it. */
    private static final int COUNTED = 1_000;

    /** Somebody whom the address names and who is not there any more: without bookings, in place of everybody's. */
    private static final Long NOBODY = -1L;

    private final transient BookingSearch search;
    private final transient BookingExport export;
    private final transient StaffBookings bookings;
    private final transient BulkCancellations bulk;
    private final transient ClubCalendar calendar;
    private final transient AuthenticationContext authentication;
    private final transient Live live;
    private @Nullable Sight sight;

    BookingsView(
            BookingSearch search,
            BookingExport export,
            StaffBookings bookings,
            BulkCancellations bulk,
            ClubCalendar calendar,
            CalendarNews news,
            AuthenticationContext authentication) {
        this.search = search;
        this.export = export;
        this.bookings = bookings;
        this.bulk = bulk;
        this.calendar = calendar;
        this.authentication = authentication;
        this.live = new Live(this, news, () -> {
            if (sight != null) {
                sight.refresh();
            }
        });
        addClassName("list");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        Membership membership = calendar.membership(staffId, clubId);
        BookingsState state = BookingsState.of(event.getLocation().getQueryParameters());
        if (sight == null || !sight.membership.equals(membership)) {
            removeAll();
            sight = new Sight(staffId, membership, state);
        }
        sight.show(state);
        live.follow(clubId);
    }

    @Override
    public String getPageTitle() {
        return sight == null
                ? ""
                : getTranslation("desk.bookings.title") + " · "
                        + sight.membership.club().name();
    }

    /** The bookings of one club, as one person sees them. */
    private final class Sight {

        private final long staffId;
        private final Membership membership;
        private final List<TrainerProfile> trainers;
        private final BookingFilters filters;
        private final BookingGrid grid;
        private final BookingPanel panel;
        private final BulkPanel progress;
        private final BookingActions actions;
        private final Paragraph summary = new Paragraph();
        private @Nullable BookingsState state;
        private @Nullable Visitor client;
        private int count;

        Sight(long staffId, Membership membership, BookingsState first) {
            this.staffId = staffId;
            this.membership = membership;
            trainers = calendar.trainers(staffId, club());
            boolean edits = membership.role().managesBookings();
            actions = new BookingActions(bookings, calendar, staffId, membership, getLocale(), this::refresh);
            progress = new BulkPanel(bulk, staffId, membership, this::refresh);
            filters = new BookingFilters(
                    first,
                    trainers,
                    calendar.locations(staffId, club()),
                    (words, offset, limit) -> search.visitors(staffId, club(), words, offset, limit).stream(),
                    this::go);
            panel = new BookingPanel(membership.club().timezone());
            panel.onClose(() -> go(state().opened(null)));
            grid = new BookingGrid(
                    getLocale(),
                    membership.club().timezone(),
                    true,
                    membership.role().seesMoney());
            grid.setSelectionMode(edits ? SelectionMode.MULTI : SelectionMode.NONE);
            grid.getColumnByKey(BookingGrid.TIME).setSortable(true);
            grid.addItemClickListener(
                    click -> go(state().opened(click.getItem().booking().id())));
            grid.addSortListener(sort -> {
                if (sort.isFromClient()) {
                    go(state().ordered(isTurned(sort.getSortOrder())));
                }
            });
            grid.setPartNameGenerator(row -> row.booking().id().equals(state().booking()) ? "open" : null);
            grid.setEmptyStateComponent(new EmptyState(
                    Drawing.NO_BOOKINGS,
                    getTranslation("desk.bookings.empty.title"),
                    getTranslation("desk.bookings.empty")));

            var title = new Div(new H1(getTranslation("desk.bookings.title")), summary);
            var head = new Div(title, filters);
            head.addClassName("list-head");
            if (edits) {
                var cancel = new Button(getTranslation("desk.bulk.open"), click -> askToCancel());
                cancel.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
                filters.add(cancel);
            }
            if (membership.role().exports()) {
                Locale language = getLocale(); // a download has no page to ask
                filters.add(Download.inEachFormat(
                        "bookings",
                        (format, out) -> export.write(
                                staffId, club(), wanted(), !state().oldestFirst(), format, language, out)));
            }
            var body = new Div(grid, panel);
            body.addClassName("with-panel");
            add(head, progress, body);
        }

        /** The list is read anew only when it is another one: else people stay where they are in it. */
        private void show(BookingsState next) {
            boolean sameList = next.isSameList(state);
            UUID formerlyOpen = state == null ? null : state.booking();
            state = next;
            if (!sameList) {
                client = next.client() == null
                        ? null
                        : search.visitor(staffId, club(), next.client()).orElse(null);
                filters.show(next, client);
                grid.deselectAll();
                grid.sort(List.of(new GridSortOrder<>(
                        grid.getColumnByKey(BookingGrid.TIME),
                        next.oldestFirst() ? SortDirection.ASCENDING : SortDirection.DESCENDING)));
                list();
            } else if (!Objects.equals(formerlyOpen, next.booking())) {
                grid.getDataProvider().refreshAll(); // the mark is elsewhere
            }
            progress.show();
            showDetails();
        }

        private void list() {
            var pages = new KeyPages<BookingRow>((after, limit) ->
                    search.page(staffId, club(), wanted(), !state().oldestFirst(), key(after), limit));
            countAnew();
            grid.setItems(new CallbackDataProvider<BookingRow, Void>(
                    pages::fetch, query -> count, row -> row.booking().id()));
            if (count >= COUNTED) {
                grid.getLazyDataView().setItemCountUnknown();
            }
        }

        private static @Nullable BookingKey key(@Nullable BookingRow row) {
            return row == null
                    ? null
                    : new BookingKey(row.booking().startsAt(), row.booking().id());
        }

        private void countAnew() {
            count = search.count(staffId, club(), wanted(), COUNTED);
            summary.setText(
                    count < COUNTED
                            ? getTranslation("desk.bookings.summary", count)
                            : getTranslation("desk.bookings.summary.more", COUNTED));
        }

        private void refresh() {
            countAnew();
            grid.getDataProvider().refreshAll();
            progress.show();
            showDetails();
        }

        private void showDetails() {
            UUID open = state().booking();
            if (open == null) {
                panel.hide();
                return;
            }
            try {
                panel.show(bookings.details(staffId, club(), open), actions);
            } catch (DomainException refusal) {
                if (refusal.code() != ErrorCode.NOT_FOUND) {
                    throw refusal;
                }
                panel.hide(); // the address names one that is not at this club
            }
        }

        /** Those that are chosen, else all that the filters leave. */
        private void askToCancel() {
            Set<BookingRow> chosen = grid.getSelectedItems();
            List<BookingRow> candidates =
                    chosen.isEmpty() ? bulk.candidates(staffId, club(), wanted()) : new ArrayList<>(chosen);
            progress.ask(candidates.stream().map(BookingRow::booking).toList());
        }

        private Wanted wanted() {
            BookingsState now = state();
            return new Wanted(now.from(), now.to(), now.statuses(), trainer(now), client(now), now.location());
        }

        private @Nullable Long trainer(BookingsState now) {
            return now.trainer() == null
                    ? null
                    : trainers.stream()
                            .filter(one -> one.telegramId() == now.trainer())
                            .map(TrainerProfile::userId)
                            .findFirst()
                            .orElse(NOBODY);
        }

        private @Nullable Long client(BookingsState now) {
            return now.client() == null ? null : client == null ? NOBODY : Long.valueOf(client.clientId());
        }

        /** A list has an order always: where the grid would give it up, it goes back to the other one. */
        private static boolean isTurned(List<GridSortOrder<BookingRow>> order) {
            return order.isEmpty() || order.getFirst().getDirection() == SortDirection.ASCENDING;
        }

        private void go(BookingsState next) {
            UI.getCurrent().navigate("club/" + club() + "/bookings", next.parameters());
        }

        private BookingsState state() {
            return java.util.Objects.requireNonNull(state);
        }

        private long club() {
            return membership.club().id();
        }
    }
}
