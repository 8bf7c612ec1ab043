package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import ru.trenergram.base.Formats;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.ClubFreezes;
import ru.trenergram.clubs.OpenedClubs;
import ru.trenergram.security.Caller;
import ru.trenergram.subscriptions.ClubPayments;
import ru.trenergram.subscriptions.ClubRegister;
import ru.trenergram.subscriptions.ClubRegister.Card;
import ru.trenergram.subscriptions.ClubRegister.Row;
import ru.trenergram.subscriptions.Subscription;
import ru.trenergram.subscriptions.SubscriptionEntry;
import ru.trenergram.subscriptions.Subscriptions;
import ru.trenergram.tariffs.Tariff;
import ru.trenergram.tariffs.Tariffs;

/** One club, for super-admins: who runs it, what it uses and pays, and what can be done about it. */
@Route("admin/clubs/:clubId([0-9]{1,18})")
@PermitAll
class AdminClubView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ClubRegister register;
    private final transient ClubPayments payments;
    private final transient Subscriptions subscriptions;
    private final transient Tariffs tariffs;
    private final transient ClubFreezes freezes;
    private final transient OpenedClubs opened;
    private final transient AuthenticationContext authentication;
    private long clubId;
    private String title = "";

    AdminClubView(
            ClubRegister register,
            ClubPayments payments,
            Subscriptions subscriptions,
            Tariffs tariffs,
            ClubFreezes freezes,
            OpenedClubs opened,
            AuthenticationContext authentication) {
        this.register = register;
        this.payments = payments;
        this.subscriptions = subscriptions;
        this.tariffs = tariffs;
        this.freezes = freezes;
        this.opened = opened;
        this.authentication = authentication;
        addClassName("parts");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clubId = event.getRouteParameters().getLong("clubId").orElseThrow();
        show();
    }

    private void show() {
        Card card = register.card(caller(), clubId);
        title = card.club().name() + " · " + getTranslation("admin.clubs.menu");
        removeAll();
        add(
                head(card),
                ClubParts.about(card, getLocale()),
                subscription(card),
                entries(card),
                ClubParts.notices(card, getLocale()));
    }

    private Div head(Card card) {
        Row club = card.club();
        var back = new Anchor("/admin/clubs", getTranslation("admin.clubs.back"));
        var badges = new Div(Words.badge(club.state()));
        badges.addClassName("badges");
        if (club.frozen()) {
            badges.add(Words.frozen());
        }
        var open = new Button(getTranslation("admin.club.open-as"), click -> openAs());
        open.setTooltipText(getTranslation("admin.club.open-as.about"));
        var actions = new Div(
                open,
                club.frozen()
                        ? new Button(getTranslation("admin.club.unfreeze"), click -> unfreeze(club))
                        : new Button(getTranslation("admin.club.freeze"), click -> freeze(club)));
        actions.addClassName("toolbar");
        var head = new Div(new Div(back, new H1(club.name()), badges), actions);
        head.addClassName("list-head");
        return head;
    }

    private Part subscription(Card card) {
        Row club = card.club();
        Subscription subscription = club.subscription();
        var change = new Button(getTranslation("subscription.change"), click -> chooseTariff(club));
        var actions = subscription.price().amount() == 0
                ? new Button[] {change}
                : new Button[] {
                    new Button(getTranslation("admin.payment.open"), click -> pay(club)),
                    new Button(getTranslation("admin.prolong.open"), click -> prolong(club)),
                    change
                };
        return new Part(getTranslation("subscription.menu"), actions)
                .fact(getTranslation("subscription.tariff"), name(subscription.tariffCode()))
                .fact(
                        getTranslation("subscription.price"),
                        getTranslation("subscription.per-month", Formats.money(subscription.price(), getLocale())))
                .fact(getTranslation("subscription.in-force"), name(club.inForce()))
                .fact(getTranslation("subscription.paid-until"), Words.day(subscription.paidUntil(), getLocale()))
                .fact(getTranslation("admin.club.grace-until"), Words.day(subscription.graceUntil(), getLocale()));
    }

    private Part entries(Card card) {
        var part = new Part(getTranslation("subscription.history"));
        part.add(
                card.entries().isEmpty()
                        ? new Paragraph(getTranslation("subscription.history.empty"))
                        : new EntryGrid(getLocale(), card.club().subscription().zone(), card.entries(), this::refund));
        return part;
    }

    private void openAs() {
        opened.open(caller(), clubId);
        UI.getCurrent().navigate("club/" + clubId);
    }

    private void freeze(Row club) {
        var reason = new TextArea(getTranslation("admin.club.freeze.reason"));
        reason.setMaxLength(ClubFreezes.LONGEST_REASON);
        var dialog = new FormDialog(
                        getTranslation("admin.club.freeze.title", club.name()),
                        getTranslation("admin.club.freeze"),
                        () -> after(() -> freezes.freeze(caller(), clubId, reason.getValue())))
                .with(new Paragraph(getTranslation("admin.club.freeze.about")))
                .field("reason", reason)
                .dangerous();
        dialog.open();
    }

    private void unfreeze(Row club) {
        new FormDialog(
                        getTranslation("admin.club.unfreeze.title", club.name()),
                        getTranslation("admin.club.unfreeze"),
                        () -> after(() -> freezes.unfreeze(caller(), clubId)))
                .with(new Paragraph(getTranslation("admin.club.unfreeze.about")))
                .open();
    }

    private void pay(Row club) {
        EntryDialogs.payment(
                        club,
                        (key, amount, months, comment) ->
                                after(() -> payments.record(caller(), key, clubId, amount, months, comment)))
                .open();
    }

    private void prolong(Row club) {
        EntryDialogs.prolongation(
                        club, (key, days, reason) -> after(() -> payments.prolong(caller(), key, clubId, days, reason)))
                .open();
    }

    private void refund(SubscriptionEntry payment) {
        EntryDialogs.refund(
                        payment,
                        payments.left(caller(), payment.id()),
                        (key, amount, months, comment) ->
                                after(() -> payments.refund(caller(), key, payment.id(), amount, months, comment)))
                .open();
    }

    private void chooseTariff(Row club) {
        new TariffChoice(
                        tariffs.offered(),
                        club.subscription().tariffCode(),
                        code -> subscriptions.preview(caller(), clubId, code),
                        tariff -> after(() -> subscriptions.change(
                                caller(),
                                clubId,
                                tariff.code(),
                                club.subscription().version())))
                .open();
    }

    /** Shows what has become of the club. */
    private void after(SerializableRunnable deed) {
        try {
            deed.run();
            Notices.done(getTranslation("admin.saved"));
        } catch (StaleVersionException overtaken) {
            Notices.refused(getTranslation("subscription.stale"));
        }
        show();
    }

    private String name(String tariffCode) {
        Tariff tariff = tariffs.get(tariffCode);
        return tariff.name(getLocale());
    }

    private Caller caller() {
        return authentication.getAuthenticatedUser(Caller.class).orElseThrow();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
