package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.ui.ClubMenu;
import ru.trenergram.base.ui.Drawing;
import ru.trenergram.base.ui.EmptyState;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Membership;
import ru.trenergram.scheduling.ClubDesk;
import ru.trenergram.scheduling.ClubDesk.TrainerRow;
import ru.trenergram.security.Caller;

/** The club's trainers: who applied, who works there, and how busy they are today. */
@Route("club/:clubId([0-9]{1,18})/trainers")
@ClubMenu(title = "panel.trainers.menu", icon = LineIcon.PEOPLE, order = 20)
@PermitAll
class TrainersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ClubDesk desk;
    private final transient ClubTrainers clubTrainers;
    private final transient AuthenticationContext authentication;
    private final Paragraph summary = new Paragraph();
    private String title = "";

    TrainersView(ClubDesk desk, ClubTrainers clubTrainers, AuthenticationContext authentication) {
        this.desk = desk;
        this.clubTrainers = clubTrainers;
        this.authentication = authentication;
        addClassName("list");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        show(staffId, desk.membership(staffId, clubId));
    }

    private void show(long staffId, Membership membership) {
        long clubId = membership.club().id();
        title = getTranslation("panel.trainers.title") + " · "
                + membership.club().name();

        var grid = new TrainerGrid(
                getLocale(),
                membership.club().timezone(),
                membership.role().managesTrainers() ? row -> approve(staffId, clubId, row) : null);
        grid.setItems(query -> desk.trainers(staffId, clubId, query.getOffset(), query.getLimit()).stream());
        grid.setEmptyStateComponent(new EmptyState(
                Drawing.NO_TRAINERS,
                getTranslation("panel.trainers.empty.title"),
                getTranslation("panel.trainers.empty")));
        count(staffId, clubId);

        var head = new Div(new Div(new H1(getTranslation("panel.trainers.title")), summary));
        head.addClassName("list-head");
        removeAll();
        add(head, grid);
    }

    private void count(long staffId, long clubId) {
        Map<Status, Integer> counts = desk.countTrainers(staffId, clubId);
        int applied = counts.getOrDefault(Status.APPLIED, 0);
        summary.setText(
                getTranslation("panel.trainers.summary", applied + counts.getOrDefault(Status.ACTIVE, 0), applied));
    }

    private void approve(long staffId, long clubId, TrainerRow row) {
        try {
            clubTrainers.approve(staffId, clubId, row.place().trainerId());
            Notices.done(getTranslation(
                    "panel.trainers.approved", row.profile().person().fullName()));
        } catch (DomainException refusal) {
            if (refusal.code() != ErrorCode.TRAINER_LIMIT_REACHED) {
                throw refusal;
            }
            Notices.refused(getTranslation("panel.trainers.limit")); // its own sentence speaks to the trainer
        }
        show(staffId, desk.membership(staffId, clubId));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
