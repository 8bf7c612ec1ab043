package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.ui.LineIcon;
import ru.trenergram.base.ui.LocalDatePicker;
import ru.trenergram.clubs.Location;
import ru.trenergram.trainers.TrainerProfile;

/** What part of the calendar is shown, and the ways to another. */
class CalendarToolbar extends Div {

    private final LocalDatePicker picker;
    private final Button today;
    private final Button day;
    private final Button week;
    private final MultiSelectComboBox<Choice> trainers = new MultiSelectComboBox<>();
    private final Select<Location> location = new Select<>();
    private final Checkbox cancelled = new Checkbox();
    private final SerializableConsumer<CalendarState> change;
    private transient CalendarState state;
    private LocalDate now;
    private List<Choice> choices = List.of();

    private record Choice(long telegramId, String name) {}

    /**
     * @param change shows another part
     * @param book null when the role does not book
     */
    CalendarToolbar(
            CalendarState state,
            LocalDate now,
            SerializableConsumer<CalendarState> change,
            @Nullable SerializableRunnable book) {
        this.state = state;
        this.now = now;
        this.change = change;
        addClassNames("toolbar", "cal-toolbar");

        picker = new LocalDatePicker(getLocale());
        picker.setAriaLabel(getTranslation("desk.field.date"));
        picker.setRequired(true);
        picker.addValueChangeListener(choice -> {
            if (choice.isFromClient() && choice.getValue() != null && DayToolbar.isReasonable(choice.getValue())) {
                change.accept(this.state.on(choice.getValue()));
            }
        });
        today = new Button(getTranslation("panel.today.now"), click -> change.accept(this.state.on(this.now)));
        day = new Button(getTranslation("desk.calendar.day"), click -> change.accept(this.state.asWeek(false)));
        week = new Button(getTranslation("desk.calendar.week"), click -> change.accept(this.state.asWeek(true)));
        var kind = new Div(day, week);
        kind.addClassName("segments");
        kind.getElement().setAttribute("role", "group");
        kind.getElement().setAttribute("aria-label", getTranslation("desk.calendar.kind"));

        trainers.setAriaLabel(getTranslation("desk.filter.trainers"));
        trainers.setPlaceholder(getTranslation("desk.filter.trainers.all"));
        trainers.setItemLabelGenerator(Choice::name);
        trainers.setClearButtonVisible(true);
        trainers.addValueChangeListener(choice -> {
            if (choice.isFromClient()) {
                change.accept(this.state.of(choice.getValue().stream()
                        .map(Choice::telegramId)
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
            }
        });
        location.setAriaLabel(getTranslation("desk.filter.location"));
        location.setItemLabelGenerator(one -> one == null ? getTranslation("desk.filter.location.all") : one.name());
        location.setEmptySelectionAllowed(true);
        location.setEmptySelectionCaption(getTranslation("desk.filter.location.all"));
        location.addValueChangeListener(choice -> {
            if (choice.isFromClient()) {
                Location chosen = choice.getValue();
                change.accept(this.state.at(chosen == null ? null : chosen.id()));
            }
        });
        cancelled.setLabel(getTranslation("desk.filter.cancelled"));
        cancelled.addValueChangeListener(choice -> {
            if (choice.isFromClient()) {
                change.accept(this.state.withCancelled(choice.getValue()));
            }
        });

        add(
                icon(LineIcon.BACK, "desk.calendar.earlier", -1),
                picker,
                icon(LineIcon.FORWARD, "desk.calendar.later", 1),
                today,
                kind,
                trainers,
                location,
                cancelled);
        if (book != null) {
            var button = new Button(getTranslation("desk.book.act"), LineIcon.PLUS.create(), click -> book.run());
            button.addThemeVariants(ButtonVariant.PRIMARY);
            add(button);
        }
    }

    void show(CalendarState next, LocalDate now, List<TrainerProfile> all, List<Location> places) {
        state = next;
        this.now = now;
        picker.setValue(next.date());
        today.setVisible(!next.date().equals(now));
        press(day, !next.week());
        press(week, next.week());
        List<Choice> present = all.stream()
                .map(trainer ->
                        new Choice(trainer.telegramId(), trainer.person().fullName()))
                .toList();
        if (!present.equals(choices)) {
            choices = present;
            trainers.setItems(present);
        }
        Set<Choice> chosen = present.stream()
                .filter(choice -> next.trainers().contains(choice.telegramId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        trainers.setValue(chosen);
        if (!location.getGenericDataView().getItems().toList().equals(places)) {
            location.setItems(places);
        }
        location.setVisible(places.size() > 1);
        location.setValue(places.stream()
                .filter(place -> Long.valueOf(place.id()).equals(next.location()))
                .findFirst()
                .orElse(null));
        cancelled.setValue(next.cancelled());
    }

    private static void press(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
        button.setClassName("pressed", pressed);
    }

    private Button icon(LineIcon icon, String key, int direction) {
        var button = new Button(
                icon.create(),
                click -> change.accept(state.on(
                        state.week()
                                ? state.date().plusWeeks(direction)
                                : state.date().plusDays(direction))));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }
}
