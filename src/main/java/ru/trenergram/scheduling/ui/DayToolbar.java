package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.LocalDatePicker;

/** Which day is shown, and the ways to another. */
class DayToolbar extends Div {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private SerializableConsumer<LocalDate> change = day -> {};
    private SerializableRunnable refresh = () -> {};

    DayToolbar(LocalDate today, LocalDate day) {
        var previous = icon(LineIcon.BACK, "panel.today.previous");
        previous.addClickListener(click -> change.accept(day.minusDays(1)));
        var next = icon(LineIcon.FORWARD, "panel.today.next");
        next.addClickListener(click -> change.accept(day.plusDays(1)));
        var again = icon(LineIcon.REFRESH, "panel.today.refresh");
        again.addClickListener(click -> refresh.run());

        var picker = new LocalDatePicker(getLocale());
        picker.setAriaLabel(getTranslation("panel.today.date"));
        picker.setMin(LocalDate.of(FIRST_YEAR, 1, 1));
        picker.setMax(LocalDate.of(LAST_YEAR, 12, 31));
        picker.setRequired(true);
        picker.setValue(day);
        picker.addValueChangeListener(choice -> {
            if (choice.isFromClient() && choice.getValue() != null && isReasonable(choice.getValue())) {
                change.accept(choice.getValue());
            }
        });

        addClassName("toolbar");
        add(previous, picker, next);
        if (!day.equals(today)) {
            add(new Button(getTranslation("panel.today.now"), click -> change.accept(today)));
        }
        add(again);
    }

    void onChange(SerializableConsumer<LocalDate> listener) {
        change = listener;
    }

    void onRefresh(SerializableRunnable listener) {
        refresh = listener;
    }

    /** Years that bookings are made in; an address may name any. */
    static boolean isReasonable(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private Button icon(LineIcon icon, String key) {
        var button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }
}
