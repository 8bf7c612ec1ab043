package ru.trenergram.subscriptions.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.util.UUID;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import ru.trenergram.subscriptions.ClubPayments;
import ru.trenergram.subscriptions.ClubRegister;
import ru.trenergram.subscriptions.SubscriptionEntry;

/** The forms by which a super-admin enters what moves a club's last paid day. */
final class EntryDialogs {

    private EntryDialogs() {}

    /** What is done with a filled form; the key stays the same however often it is tried. */
    @FunctionalInterface
    interface SaveAmount extends Serializable {
        void save(UUID key, Money amount, int months, String comment);
    }

    @FunctionalInterface
    interface SaveDays extends Serializable {
        void save(UUID key, int days, String reason);
    }

    /** The amount follows the months, until somebody types another. */
    static FormDialog payment(ClubRegister.Row club, SaveAmount save) {
        UUID key = UUID.randomUUID();
        long price = club.subscription().price().amount();
        var months = new Whole("months", translate("admin.payment.months"), 1);
        months.setMax(ClubPayments.MOST_MONTHS);
        months.setMin(1);
        var amount = new Rubles("amount", translate("admin.payment.amount"));
        amount.setMoney(Money.rubles(price));
        months.addValueChangeListener(change -> {
            if (change.getValue() != null && change.getValue() > 0) {
                amount.setMoney(Money.rubles(price * change.getValue()));
            }
        });
        var comment = comment();
        return new FormDialog(
                        translate("admin.payment.title", club.name()),
                        translate("admin.payment.verb"),
                        () -> save.save(key, amount.money(), months.number(), comment.getValue()))
                .with(new Paragraph(translate("admin.payment.rule")))
                .field("months", months)
                .field("amount", amount)
                .field("comment", comment);
    }

    static FormDialog prolongation(ClubRegister.Row club, SaveDays save) {
        UUID key = UUID.randomUUID();
        var days = new Whole("days", translate("admin.prolong.days"), 7);
        days.setMax(ClubPayments.MOST_DAYS);
        days.setMin(1);
        var reason = comment();
        reason.setLabel(translate("admin.prolong.reason"));
        return new FormDialog(
                        translate("admin.prolong.title", club.name()),
                        translate("admin.prolong.verb"),
                        () -> save.save(key, days.number(), reason.getValue()))
                .with(new Paragraph(translate("admin.prolong.rule")))
                .field("days", days)
                .field("comment", reason);
    }

    /** @param left what of the payment was not returned yet */
    static FormDialog refund(SubscriptionEntry payment, ClubPayments.Left left, SaveAmount save) {
        UUID key = UUID.randomUUID();
        var amount = new Rubles("amount", translate("admin.refund.amount"));
        amount.setMoney(left.amount());
        var months = new Whole("months", translate("admin.refund.months"), left.months());
        months.setMin(0);
        months.setMax(left.months());
        var comment = comment();
        String paid = Formats.money(payment.amount(), amount.getLocale());
        return new FormDialog(
                        translate("admin.refund.title", paid),
                        translate("admin.refund.verb"),
                        () -> save.save(key, amount.money(), months.number(), comment.getValue()))
                .with(new Paragraph(translate("admin.refund.rule")))
                .field("amount", amount)
                .field("months", months)
                .field("comment", comment)
                .dangerous();
    }

    private static TextField comment() {
        var comment = new TextField(translate("subscription.entry.comment"));
        comment.setMaxLength(ClubPayments.LONGEST_COMMENT);
        return comment;
    }
}
