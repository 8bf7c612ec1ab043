package ru.trenergram.analytics.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import ru.trenergram.analytics.ClubPeriod;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.LocalDatePicker;

/** From which day to which, and the usual periods at one press. */
class PeriodBar extends Div {

    private final transient ClubPeriod period;
    private final transient SerializableConsumer<ClubPeriod> change;
    private final LocalDatePicker from = new LocalDatePicker(getLocale());
    private final LocalDatePicker to = new LocalDatePicker(getLocale());

    PeriodBar(ClubPeriod period, LocalDate today, SerializableConsumer<ClubPeriod> change) {
        this.period = period;
        this.change = change;
        addClassName("toolbar");
        from.setAriaLabel(getTranslation("reports.from"));
        from.setValue(period.from());
        to.setAriaLabel(getTranslation("reports.to"));
        to.setValue(period.to());
        from.addValueChangeListener(changed -> typed(changed.isFromClient()));
        to.addValueChangeListener(changed -> typed(changed.isFromClient()));
        add(
                from,
                to,
                usual("reports.period.month", today.withDayOfMonth(1), today),
                usual(
                        "reports.period.last-month",
                        today.minusMonths(1).withDayOfMonth(1),
                        today.withDayOfMonth(1).minusDays(1)),
                usual("reports.period.90", today.minusDays(89), today),
                usual("reports.period.365", today.minusDays(364), today));
    }

    private Button usual(String key, LocalDate first, LocalDate last) {
        var button =
                new Button(getTranslation(key), click -> change.accept(new ClubPeriod(period.club(), first, last)));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /** What makes no period stays in the fields, with the reason. */
    private void typed(boolean byPerson) {
        from.setInvalid(false);
        to.setInvalid(false);
        if (!byPerson || from.getValue() == null || to.getValue() == null) {
            return;
        }
        try {
            change.accept(new ClubPeriod(period.club(), from.getValue(), to.getValue()));
        } catch (DomainException refusal) {
            DomainException.FieldError error = refusal.errors().getFirst();
            LocalDatePicker field = error.field().equals("from") ? from : to;
            field.setErrorMessage(getTranslation("field." + error.code(), error.arguments()));
            field.setInvalid(true);
        }
    }
}
