package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.clubs.Membership;
import ru.trenergram.scheduling.CalendarNews;
import ru.trenergram.scheduling.ClubCalendar;
import ru.trenergram.scheduling.ClubCalendar.Part;
import ru.trenergram.scheduling.ClubCalendar.Row;
import ru.trenergram.scheduling.ClubCalendar.Sheet;
import ru.trenergram.scheduling.StaffBookings;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.TrainerProfile;

/** The trainers of a club side by side: a day by the hour, or a week. It follows what others do at the same time. */
@Route("club/:clubId([0-9]{1,18})/calendar")
@ClubMenu(title = "desk.calendar.title", icon = LineIcon.COLUMNS, order = 12)
@PermitAll
class CalendarView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ClubCalendar calendar;
    private final transient StaffBookings bookings;
    private final transient AuthenticationContext authentication;
    private final transient Live live;
    private @Nullable Sight sight;

    CalendarView(
            ClubCalendar calendar, StaffBookings bookings, CalendarNews news, AuthenticationContext authentication) {
        this.calendar = calendar;
        this.bookings = bookings;
        this.authentication = authentication;
        this.live = new Live(this, news, () -> {
            if (sight != null) {
                sight.show();
            }
        });
        addClassNames("list", "cal-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        Membership membership = calendar.membership(staffId, clubId);
        LocalDate today = LocalDate.ofInstant(calendar.now(), membership.club().timezone());
        CalendarState state = CalendarState.of(event.getLocation().getQueryParameters(), today);
        if (sight == null || !sight.membership.equals(membership)) {
            removeAll();
            sight = new Sight(staffId, membership, state);
        }
        sight.state = state;
        sight.show();
        live.follow(clubId);
    }

    @Override
    public String getPageTitle() {
        return sight == null
                ? ""
                : getTranslation("desk.calendar.title") + " · "
                        + sight.membership.club().name();
    }

    /** The calendar of one club, as one person sees it. */
    private final class Sight {

        private final long staffId;
        private final Membership membership;
        private final BookingActions actions;
        private final H1 heading = new H1();
        private final Paragraph summary = new Paragraph();
        private final CalendarToolbar toolbar;
        private final CalendarBoard board = new CalendarBoard();
        private final BookingPanel panel;
        private final EmptyState empty;
        private final boolean edits;
        private CalendarState state;
        private List<Row> rows = List.of();

        Sight(long staffId, Membership membership, CalendarState state) {
            this.staffId = staffId;
            this.membership = membership;
            this.state = state;
            edits = membership.role().managesBookings();
            actions = new BookingActions(bookings, calendar, staffId, membership, getLocale(), this::show);
            toolbar = new CalendarToolbar(
                    state, today(), this::go, edits ? () -> book(null, this.state.date(), null) : null);
            panel = new BookingPanel(zone());
            panel.onClose(() -> go(this.state.opened(null)));
            board.setEditable(edits);
            board.onOpen(event -> uuid(event.booking()).ifPresent(id -> go(this.state.opened(id))));
            if (edits) {
                board.onFree(this::bookAt);
                board.onDrop(this::moveTo);
            }
            var trainers = new Anchor("/club/" + club() + "/trainers", getTranslation("panel.today.empty.trainers"));
            trainers.addClassName("button");
            empty = new EmptyState(
                    Drawing.NO_TRAINERS,
                    getTranslation("desk.calendar.empty.title"),
                    getTranslation("desk.calendar.empty"),
                    trainers);

            var head = new Div(new Div(heading, summary), toolbar);
            head.addClassName("list-head");
            var body = new Div(board, empty, panel);
            body.addClassName("with-panel");
            add(head, body);
        }

        /** What is now; only what is different about it changes on the page. */
        private void show() {
            Sheet sheet = calendar.read(staffId, club(), part());
            toolbar.show(state, today(), sheet.trainers(), sheet.locations());
            rows = sheet.rows();
            heading.setText(heading());
            summary.setText(
                    getTranslation("desk.calendar.summary", membership.club().city()));
            empty.setVisible(rows.isEmpty());
            board.setVisible(!rows.isEmpty());
            if (!rows.isEmpty()) {
                var writer = new BoardWriter(getLocale(), zone(), today(), state.booking(), edits);
                boolean hours = !state.week() || rows.size() == 1;
                board.show(
                        hours ? writer.hours(rows) : writer.matrix(rows),
                        hours ? rows.size() * state.days() : state.days(),
                        hours);
            }
            board.showNow(LocalTime.ofInstant(calendar.now(), zone()).toSecondOfDay() / 60);
            showDetails();
        }

        private void showDetails() {
            if (state.booking() == null) {
                panel.hide();
                return;
            }
            try {
                panel.show(bookings.details(staffId, club(), state.booking()), actions);
            } catch (DomainException refusal) {
                if (refusal.code() != ErrorCode.NOT_FOUND) {
                    throw refusal;
                }
                panel.hide(); // the address names one that is not at this club
            }
        }

        private Part part() {
            return new Part(state.first(), state.days(), state.trainers(), state.location(), state.cancelled());
        }

        private String heading() {
            LocalDate first = state.first();
            return state.week()
                    ? Formats.date(first, getLocale()) + " – "
                            + Formats.date(first.plusDays(state.days() - 1L), getLocale())
                    : Formats.day(first, getLocale());
        }

        private void go(CalendarState next) {
            UI.getCurrent().navigate("club/" + club() + "/calendar", next.parameters(today()));
        }

        private void book(@Nullable TrainerProfile trainer, LocalDate date, @Nullable LocalTime at) {
            actions.book(trainer, date, at);
        }

        private void bookAt(CalendarBoard.FreeChosen event) {
            date(event.date())
                    .ifPresent(date -> rows.stream()
                            .map(Row::trainer)
                            .filter(trainer ->
                                    String.valueOf(trainer.telegramId()).equals(event.trainer()))
                            .findFirst()
                            .ifPresent(trainer -> book(trainer, date, time(event.minute()))));
        }

        /** Nothing has moved yet: the other side would be told, so that one is asked first. */
        private void moveTo(CalendarBoard.Dropped event) {
            uuid(event.booking())
                    .ifPresent(id -> date(event.date()).ifPresent(date -> {
                        var details = bookings.details(staffId, club(), id);
                        LocalTime at = time(event.minute());
                        Instant former = details.booking().startsAt();
                        LocalTime time = at == null ? LocalTime.ofInstant(former, zone()) : at;
                        actions.move(details, date.atTime(time).atZone(zone()).toInstant());
                    }));
        }

        private static @Nullable LocalTime time(int minute) {
            return minute < 0 || minute >= 24 * 60 ? null : LocalTime.ofSecondOfDay(minute * 60L);
        }

        private static Optional<LocalDate> date(String text) {
            return Optional.of(text)
                    .filter(date -> date.matches("\\d{4}-\\d\\d-\\d\\d"))
                    .map(LocalDate::parse);
        }

        private static Optional<UUID> uuid(String text) {
            return Optional.of(text).filter(id -> id.matches("[0-9a-f-]{36}")).map(UUID::fromString);
        }

        private LocalDate today() {
            return LocalDate.ofInstant(calendar.now(), zone());
        }

        private long club() {
            return membership.club().id();
        }

        private ZoneId zone() {
            return membership.club().timezone();
        }
    }
}
