package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.OpeningHours;

/** Whether a location is open on a weekday, and from when to when. */
class DayHours extends Div {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(21, 0);

    private final Checkbox open = new Checkbox();
    private final TimePicker from;
    private final TimePicker to;

    DayHours(DayOfWeek weekday, @Nullable OpeningHours hours) {
        String name = weekday.getDisplayName(TextStyle.FULL_STANDALONE, getLocale());
        from = time(getTranslation("club.location.from", name), hours == null ? OPENS : hours.from());
        to = time(getTranslation("club.location.to", name), hours == null ? CLOSES : hours.to());
        open.setLabel(name);
        open.setValue(hours != null);
        open.addValueChangeListener(change -> enable());
        enable();
        add(open, from, to);
    }

    private void enable() {
        from.setEnabled(open.getValue());
        to.setEnabled(open.getValue());
    }

    /** False, and told at the field, when the two times make no hours. */
    boolean read(SerializableConsumer<OpeningHours> reader) {
        from.setInvalid(false);
        to.setInvalid(false);
        if (!open.getValue()) {
            return true;
        }
        if (from.getValue() == null || to.getValue() == null) {
            TimePicker missing = from.getValue() == null ? from : to;
            missing.setErrorMessage(getTranslation("field.required"));
            missing.setInvalid(true);
            return false;
        }
        try {
            reader.accept(new OpeningHours(from.getValue(), to.getValue()));
            return true;
        } catch (DomainException refusal) {
            to.setErrorMessage(getTranslation("field.range"));
            to.setInvalid(true);
            return false;
        }
    }

    private TimePicker time(String label, LocalTime value) {
        var picker = new TimePicker();
        picker.setAriaLabel(label);
        picker.setStep(Duration.ofMinutes(30));
        picker.setLocale(Locale.of("ru")); // 24 hours in both languages, as everywhere in the product
        picker.setValue(value);
        return picker;
    }
}
