package ru.trenergram.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.Download;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.TrainerPlaces;
import ru.trenergram.members.TrainerCards;
import ru.trenergram.members.TrainerExport;
import ru.trenergram.scheduling.ClubDesk.TrainerRow;
import ru.trenergram.security.Caller;

/** The club's trainers: who applied, who works there, and how busy they are today. Search and status stand in the address. */
@Route("club/:clubId([0-9]{1,18})/trainers")
@ClubMenu(title = "panel.trainers.menu", icon = LineIcon.PEOPLE, order = 20)
@PermitAll
class TrainersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TEXT = "q";
    private static final String STATUS = "status";

    private final transient StaffMembers staff;
    private final transient TrainerCards cards;
    private final transient TrainerExport export;
    private final transient ClubTrainers clubTrainers;
    private final transient TrainerInviting inviting;
    private final transient AuthenticationContext authentication;
    private final TextField search = new TextField();
    private final Select<String> choice = new Select<>();
    private transient @Nullable Membership shown;
    private @Nullable Div filters;
    private String title = "";
    private @Nullable String text;
    private @Nullable Status status;

    TrainersView(
            StaffMembers staff,
            TrainerCards cards,
            TrainerExport export,
            ClubTrainers clubTrainers,
            TrainerInviting inviting,
            AuthenticationContext authentication) {
        this.staff = staff;
        this.cards = cards;
        this.export = export;
        this.clubTrainers = clubTrainers;
        this.inviting = inviting;
        this.authentication = authentication;
        addClassName("list");
        search.setAriaLabel(getTranslation("people.trainers.search"));
        search.setPlaceholder(getTranslation("people.trainers.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        choice.setAriaLabel(getTranslation("panel.trainers.status"));
        choice.setItems("", Status.APPLIED.name(), Status.ACTIVE.name());
        choice.setItemLabelGenerator(name -> getTranslation(
                name.isEmpty()
                        ? "people.trainers.status.all"
                        : "panel.trainers.status." + name.toLowerCase(Locale.ROOT)));
        List.<HasValue<?, ?>>of(search, choice)
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient() && shown != null) {
                        open(shown.club().id(), search.getValue(), choice.getValue());
                    }
                }));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        QueryParameters query = event.getLocation().getQueryParameters();
        text = query.getSingleParameter(TEXT).filter(it -> !it.isBlank()).orElse(null);
        status = query.getSingleParameter(STATUS)
                .flatMap(name -> Stream.of(Status.values())
                        .filter(it -> it.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElse(null);
        show(staffId, staff.panelMembership(staffId, clubId));
    }

    private void show(long staffId, Membership membership) {
        long clubId = membership.club().id();
        boolean manages = membership.role().managesTrainers();
        title = getTranslation("panel.trainers.title") + " · "
                + membership.club().name();

        var grid = new TrainerGrid(
                getLocale(), membership.club().timezone(), manages ? row -> approve(staffId, membership, row) : null);
        grid.setItems(cards.list(staffId, clubId, text, status));
        grid.setEmptyStateComponent(empty(staffId, membership));

        TrainerPlaces places = cards.places(staffId, clubId);
        var head = new Div(new Div(new H1(getTranslation("panel.trainers.title")), new Paragraph(summary(places))));
        head.addClassName("list-head");
        if (manages) {
            head.add(inviteButton(staffId, membership));
        }
        if (filters == null || !membership.equals(shown)) {
            shown = membership;
            filters = filters(staffId, membership);
            removeAll();
            add(filters);
        }
        getChildren().filter(child -> child != filters).toList().forEach(this::remove);
        addComponentAsFirst(head);
        add(grid);
        if (!search.getValue().strip().equals(text == null ? "" : text)) { // somebody may be writing in it
            search.setValue(text == null ? "" : text);
        }
        choice.setValue(status == null ? "" : status.name());
    }

    private String summary(TrainerPlaces places) {
        return places.limit().isPresent()
                ? getTranslation(
                        "people.trainers.summary",
                        places.active(),
                        places.limit().getAsInt(),
                        places.applied())
                : getTranslation("people.trainers.summary.unlimited", places.active(), places.applied());
    }

    private Div filters(long staffId, Membership membership) {
        long clubId = membership.club().id();
        var line = new Div(search, choice);
        line.addClassName("choices-line");
        if (membership.role().exports()) {
            Locale language = getLocale(); // a download has no page to ask
            line.add(Download.inEachFormat(
                    "trainers", (format, out) -> export.write(staffId, clubId, text, status, format, language, out)));
        }
        return line;
    }

    private static void open(long clubId, String text, String status) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!text.isBlank()) {
            query.put(TEXT, text.strip());
        }
        if (!status.isEmpty()) {
            query.put(STATUS, status.toLowerCase(Locale.ROOT));
        }
        UI.getCurrent().navigate("club/" + clubId + "/trainers", QueryParameters.simple(query));
    }

    private EmptyState empty(long staffId, Membership membership) {
        boolean filtered = text != null || status != null;
        if (filtered) {
            var all = new Button(
                    getTranslation("people.show-all"),
                    click -> open(membership.club().id(), "", ""));
            return new EmptyState(
                    Drawing.NO_TRAINERS,
                    getTranslation("people.trainers.none-found.title"),
                    getTranslation("people.trainers.none-found"),
                    all);
        }
        return new EmptyState(
                Drawing.NO_TRAINERS,
                getTranslation("panel.trainers.empty.title"),
                getTranslation("panel.trainers.empty"),
                membership.role().managesTrainers()
                        ? new Component[] {inviteButton(staffId, membership)}
                        : new Component[0]);
    }

    private Button inviteButton(long staffId, Membership membership) {
        var invite = new Button(
                getTranslation("people.invite"),
                click -> new InvitingDialog(inviting, staffId, membership.club().id()).open());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        return invite;
    }

    private void approve(long staffId, Membership membership, TrainerRow row) {
        try {
            clubTrainers.approve(staffId, membership.club().id(), row.place().trainerId());
            Notices.done(getTranslation(
                    "panel.trainers.approved", row.profile().person().fullName()));
        } catch (DomainException refusal) {
            if (refusal.code() != ErrorCode.TRAINER_LIMIT_REACHED) {
                throw refusal;
            }
            Notices.refused(getTranslation("panel.trainers.limit")); // its own sentence speaks to the trainer
        }
        show(staffId, staff.panelMembership(staffId, membership.club().id()));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
