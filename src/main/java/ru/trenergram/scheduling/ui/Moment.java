package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.ui.LocalDatePicker;

/** A day and a time of the club's clock. */
class Moment extends Div {

    private static final Duration STEP = Duration.ofMinutes(15);
    /** Of those that are offered, the one that writes 09:00 as 09:00. */
    private static final Locale CLOCK = Locale.of("ru", "RU");

    private final LocalDatePicker day;
    private final TimePicker time = new TimePicker();
    private final ZoneId zone;

    Moment(ZoneId zone, LocalDate date, @Nullable LocalTime at) {
        this.zone = zone;
        day = new LocalDatePicker(getLocale());
        day.setLabel(getTranslation("desk.field.date"));
        day.setRequiredIndicatorVisible(true);
        day.setValue(date);
        time.setLabel(getTranslation("desk.field.time"));
        time.setRequiredIndicatorVisible(true);
        time.setLocale(CLOCK);
        time.setStep(STEP);
        time.setValue(at);
        addClassName("act-row");
        add(day, time);
    }

    /** Empty while something is missing, which it then marks. */
    Optional<Instant> instant() {
        day.setInvalid(day.getValue() == null);
        time.setInvalid(time.getValue() == null);
        return day.isInvalid() || time.isInvalid()
                ? Optional.empty()
                : Optional.of(
                        day.getValue().atTime(time.getValue()).atZone(zone).toInstant());
    }
}
