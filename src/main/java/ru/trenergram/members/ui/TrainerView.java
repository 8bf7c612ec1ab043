package ru.trenergram.members.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
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
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.members.TrainerCards;
import ru.trenergram.members.TrainerCards.Load;
import ru.trenergram.members.TrainerCards.TrainerCard;
import ru.trenergram.scheduling.TrainerDepartures;
import ru.trenergram.scheduling.TrainerDepartures.Outlook;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.TrainerProfile;

/** A trainer of the club: profile and settings to read, load, income there, and with whom they have sessions there. */
@Route("club/:clubId([0-9]{1,18})/trainers/:telegramId([0-9]{1,18})")
@PermitAll
class TrainerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient StaffMembers staff;
    private final transient TrainerCards cards;
    private final transient ClubTrainers clubTrainers;
    private final transient TrainerDepartures departures;
    private final transient AuthenticationContext authentication;
    private String title = "";

    TrainerView(
            StaffMembers staff,
            TrainerCards cards,
            ClubTrainers clubTrainers,
            TrainerDepartures departures,
            AuthenticationContext authentication) {
        this.staff = staff;
        this.cards = cards;
        this.clubTrainers = clubTrainers;
        this.departures = departures;
        this.authentication = authentication;
        addClassNames("list", "person");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long staffId =
                authentication.getAuthenticatedUser(Caller.class).orElseThrow().userId();
        long clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        long telegramId = event.getRouteParameters().getLong("telegramId").orElseThrow();
        show(staffId, staff.panelMembership(staffId, clubId), telegramId);
    }

    private void show(long staffId, Membership membership, long telegramId) {
        long clubId = membership.club().id();
        TrainerCard card = cards.card(staffId, clubId, telegramId);
        title = name(card) + " · " + membership.club().name();
        removeAll();
        add(
                head(staffId, membership, card),
                figures(card),
                about(card),
                settings(card.profile()),
                clients(staffId, card));
    }

    private Component head(long staffId, Membership membership, TrainerCard card) {
        var back = new Anchor("/club/" + membership.club().id() + "/trainers", getTranslation("panel.trainers.title"));
        back.addClassName("back");
        boolean active = card.place().status() == Status.ACTIVE;
        var badge = active
                ? new StatusBadge(Token.CONFIRMED, getTranslation("panel.trainers.status.active"))
                : new StatusBadge(Token.PENDING, getTranslation("panel.trainers.status.applied"));
        var named = new Div(back, new H1(name(card)), badge);
        var actions = new Div();
        actions.addClassName("toolbar");
        if (membership.role().managesTrainers()) {
            actions.add(active ? activeActions(staffId, card) : applicantsActions(staffId, membership, card));
        }
        var head = new Div(named, actions);
        head.addClassName("list-head");
        return head;
    }

    private Component[] activeActions(long staffId, TrainerCard card) {
        var remove = new Button(getTranslation("people.trainer.remove"), click -> confirmRemoval(staffId, card));
        remove.addThemeVariants(ButtonVariant.ERROR);
        return new Component[] {remove};
    }

    private Component[] applicantsActions(long staffId, Membership membership, TrainerCard card) {
        var approve = new Button(getTranslation("panel.trainers.approve"), click -> approve(staffId, membership, card));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setDisableOnClick(true);
        var refuse = new Button(
                getTranslation("people.trainer.refuse"),
                click -> new RefusingDialog(name(card), reason -> refuse(staffId, membership, card, reason)).open());
        return new Component[] {approve, refuse};
    }

    private Component figures(TrainerCard card) {
        var figures = new Div(
                new Figure(Integer.toString(card.week().sessions()), getTranslation("people.trainer.week")),
                new Figure(Integer.toString(card.month().sessions()), getTranslation("people.trainer.month")),
                new Figure(percent(card.week()), getTranslation("people.trainer.busy.week")),
                new Figure(percent(card.month()), getTranslation("people.trainer.busy.month")));
        if (card.income() != null) {
            figures.add(new Figure(Formats.money(card.income(), getLocale()), getTranslation("people.trainer.income")));
        }
        figures.addClassName("counts");
        return figures;
    }

    private static String percent(Load load) {
        return load.percent() == null ? "–" : load.percent() + "\u00a0%";
    }

    private Component about(TrainerCard card) {
        TrainerProfile profile = card.profile();
        String username = profile.person().username();
        return new Section(
                getTranslation("people.trainer.profile"),
                new Facts()
                        .with(text("phone"), card.phone() == null ? null : Formats.phone(card.phone()))
                        .with("Telegram", username == null ? null : "@" + username)
                        .with(text("specialties"), String.join(", ", profile.specialties()))
                        .with(text("about"), profile.about())
                        .with(text("place"), profile.place())
                        .with(text("listed"), text(profile.listed() ? "listed.yes" : "listed.no")));
    }

    private Component settings(TrainerProfile profile) {
        return new Section(
                        getTranslation("people.trainer.settings"),
                        new Facts()
                                .with(
                                        getTranslation("panel.trainers.price"),
                                        Formats.money(profile.price(), getLocale()))
                                .with(
                                        getTranslation("panel.trainers.minutes"),
                                        getTranslation("panel.trainers.minutes.value", profile.sessionMinutes()))
                                .with(text("zone"), profile.timezone().getId())
                                .with(
                                        text("self-booking"),
                                        getTranslation("people.trainer.self-booking."
                                                + switch (profile.selfBooking()) {
                                                    case INSTANT -> "instant";
                                                    case REQUEST -> "request";
                                                    case OFF -> "off";
                                                }))
                                .with(text("notice"), text("hours", profile.minNoticeHours()))
                                .with(text("advance"), text("days", profile.maxAdvanceDays()))
                                .with(text("charge"), text("hours", profile.chargeHoursBefore())))
                .note(text("settings.note"));
    }

    private Component clients(long staffId, TrainerCard card) {
        return new Section(
                        getTranslation("people.trainer.clients"),
                        new TrainersClientGrid(
                                cards,
                                staffId,
                                card.place().club(),
                                card.place().trainerId()))
                .note(text("clients.note"));
    }

    private void approve(long staffId, Membership membership, TrainerCard card) {
        try {
            clubTrainers.approve(staffId, membership.club().id(), card.place().trainerId());
            Notices.done(getTranslation("panel.trainers.approved", name(card)));
        } catch (DomainException refusal) {
            if (refusal.code() != ErrorCode.TRAINER_LIMIT_REACHED) {
                throw refusal;
            }
            Notices.refused(getTranslation("panel.trainers.limit"));
        }
        show(staffId, membership, card.profile().telegramId());
    }

    private void refuse(long staffId, Membership membership, TrainerCard card, String reason) {
        boolean refused = clubTrainers.refuse(
                staffId, membership.club().id(), card.place().trainerId(), reason.isBlank() ? null : reason);
        if (refused) {
            Notices.done(getTranslation("people.trainer.refused", name(card)));
            leave(card);
        } else {
            Notices.refused(getTranslation("people.trainer.refuse.decided", name(card)));
            show(staffId, membership, card.profile().telegramId());
        }
    }

    private void confirmRemoval(long staffId, TrainerCard card) {
        Outlook outlook = departures.outlook(
                staffId, card.place().club().id(), card.place().trainerId());
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("people.trainer.remove.title", name(card)));
        dialog.add(
                new Paragraph(getTranslation("people.trainer.remove.ahead", outlook.ahead(), outlook.clients())),
                new Paragraph(getTranslation("people.trainer.remove.kept", outlook.held())));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("people.cancel"));
        dialog.setConfirmText(getTranslation("people.trainer.remove"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(confirmed -> {
            departures.remove(staffId, card.place().club().id(), card.place().trainerId());
            Notices.done(getTranslation("people.trainer.removed", name(card)));
            leave(card);
        });
        dialog.open();
    }

    private static void leave(TrainerCard card) {
        UI.getCurrent().navigate("club/" + card.place().club().id() + "/trainers");
    }

    private static String name(TrainerCard card) {
        return card.profile().person().fullName();
    }

    private String text(String key, Object... arguments) {
        return getTranslation("people.trainer." + key, arguments);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
