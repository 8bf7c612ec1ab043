package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;

/** A field for an amount in rubles, with kopecks if need be. */
class Rubles extends BigDecimalField {

    private static final int DIGITS = 2;

    private final String name;

    /** @param name of the field in the service's refusals */
    Rubles(String name, String label) {
        super(label);
        this.name = name;
        setSuffixComponent(new Span("₽"));
    }

    void setMoney(Money money) {
        BigDecimal value = BigDecimal.valueOf(money.amount(), DIGITS);
        setValue(value.remainder(BigDecimal.ONE).signum() == 0 ? value.setScale(0) : value);
    }

    /** @throws DomainException {@code validation_failed} when there is none, or parts of a kopeck */
    Money money() {
        @Nullable BigDecimal value = getValue();
        if (value == null) {
            throw DomainException.invalid(name, "required");
        }
        try {
            return Money.rubles(value.movePointRight(DIGITS).longValueExact());
        } catch (ArithmeticException notExact) {
            throw DomainException.invalid(name, "invalid");
        }
    }
}
