package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import ru.trenergram.base.ui.AdminMenu;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.subscriptions.ClubPayments;
import ru.trenergram.subscriptions.ClubRegister;
import ru.trenergram.subscriptions.ClubRegister.Order;
import ru.trenergram.subscriptions.ClubRegister.Row;
import ru.trenergram.subscriptions.ClubRegister.Standing;
import ru.trenergram.subscriptions.SubscriptionEntry;
import ru.trenergram.tariffs.Tariffs;

/** What clubs pay: those whose paid time ends first come first, and payments are entered here. */
@Route("admin/subscriptions")
@AdminMenu(title = "admin.subscriptions.menu", icon = LineIcon.WALLET, order = 40)
@PermitAll
class AdminSubscriptionsView extends ClubList {

    private final transient ClubPayments payments;

    AdminSubscriptionsView(
            ClubRegister register, Tariffs tariffs, ClubPayments payments, AuthenticationContext authentication) {
        super(
                "admin.subscriptions.menu",
                List.of(
                        Standing.EXPIRING,
                        Standing.GRACE,
                        Standing.EXPIRED,
                        Standing.UNPAID,
                        Standing.PAID,
                        Standing.FREE),
                Order.PAID_UNTIL,
                register,
                tariffs,
                authentication);
        this.payments = payments;
    }

    @Override
    Component actions(Row club) {
        if (club.subscription().price().amount() == 0) {
            return new Span();
        }
        var actions = new Div(
                act(
                        "admin.payment.open",
                        () -> EntryDialogs.payment(
                                        club,
                                        (key, amount, months, comment) -> done(
                                                payments.record(caller(), key, club.id(), amount, months, comment)))
                                .open()),
                act(
                        "admin.prolong.open",
                        () -> EntryDialogs.prolongation(
                                        club,
                                        (key, days, reason) ->
                                                done(payments.prolong(caller(), key, club.id(), days, reason)))
                                .open()));
        actions.addClassName("toolbar");
        return actions;
    }

    private Button act(String key, SerializableRunnable deed) {
        var button = new Button(getTranslation(key), click -> deed.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void done(SubscriptionEntry entry) {
        Notices.done(getTranslation("admin.subscriptions.done", Words.day(entry.paidAfter(), getLocale())));
        refresh();
    }
}
