package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.Money;
import ru.trenergram.security.Caller;
import ru.trenergram.subscriptions.ClubPayments;
import ru.trenergram.subscriptions.SubscriptionEntry;
import ru.trenergram.subscriptions.Subscriptions;
import ru.trenergram.support.PanelTest;

/** Views of subscriptions. It is Monday, 30 November 2026, 12:00 in Moscow. */
abstract class SubscriptionPanelTest extends PanelTest {

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    ClubPayments payments;

    /** Who is signed in afterwards. */
    Caller admin() {
        long admin = superadmin();
        return new Caller(admin, users.get(admin).telegramId());
    }

    /** A month's price for each month; until 29 December for one. */
    SubscriptionEntry pay(Caller admin, long club, int months) {
        return payments.record(admin, UUID.randomUUID(), club, Money.rubles(990_000L * months), months, "Счёт 7");
    }

    void press(String button) {
        test(find(Button.class).withText(button).last()).click();
    }

    void pressInDialog(String button) {
        Button found = find(Button.class).withText(button).all().stream()
                .filter(candidate -> isInDialog(candidate))
                .findFirst()
                .orElseThrow();
        test(found).click();
        roundTrip();
    }

    private static boolean isInDialog(Component component) {
        return component
                .getParent()
                .filter(parent -> parent instanceof Dialog || isInDialog(parent))
                .isPresent();
    }

    void type(String label, String text) {
        find(TextField.class).withCaption(label).last().setValue(text);
    }

    void type(String label, int number) {
        find(IntegerField.class).withCaption(label).last().setValue(number);
    }

    String dialog() {
        return find(Dialog.class).last().getElement().getTextRecursively();
    }

    boolean asks() {
        return find(Dialog.class).all().stream().anyMatch(Dialog::isOpened);
    }
}
