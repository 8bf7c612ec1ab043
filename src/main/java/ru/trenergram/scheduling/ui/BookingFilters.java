package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.ui.LocalDatePicker;
import ru.trenergram.clubs.Location;
import ru.trenergram.scheduling.BookingSearch.Visitor;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.trainers.TrainerProfile;

/** Which bookings are listed. */
class BookingFilters extends Div {

    private final LocalDatePicker from;
    private final LocalDatePicker to;
    private final MultiSelectComboBox<BookingStatus> statuses = new MultiSelectComboBox<>();
    private final ComboBox<TrainerProfile> trainer = new ComboBox<>();
    private final ComboBox<Visitor> client = new ComboBox<>();
    private final Select<Location> location = new Select<>();
    private final Button clear;
    private final List<TrainerProfile> trainers;
    private final List<Location> locations;
    private final SerializableConsumer<BookingsState> change;
    private transient BookingsState state;

    /** Finds clients by a part of the name. */
    interface ClientSearch extends java.io.Serializable {
        Stream<Visitor> find(String words, int offset, int limit);
    }

    BookingFilters(
            BookingsState state,
            List<TrainerProfile> trainers,
            List<Location> locations,
            ClientSearch clients,
            SerializableConsumer<BookingsState> change) {
        this.state = state;
        this.trainers = trainers;
        this.locations = locations;
        this.change = change;
        addClassNames("toolbar", "booking-filters");

        from = day("desk.filter.from");
        to = day("desk.filter.to");
        statuses.setAriaLabel(getTranslation("desk.filter.status"));
        statuses.setPlaceholder(getTranslation("desk.filter.status.all"));
        statuses.setItems(BookingStatus.values());
        statuses.setItemLabelGenerator(status -> Badges.word(status, null, getLocale()));
        statuses.addValueChangeListener(choice -> {
            if (choice.isFromClient()) {
                change.accept(this.state.in(Set.copyOf(choice.getValue())));
            }
        });
        trainer.setAriaLabel(getTranslation("desk.field.trainer"));
        trainer.setPlaceholder(getTranslation("desk.filter.trainers.all"));
        trainer.setItems(trainers);
        trainer.setItemLabelGenerator(one -> one.person().fullName());
        trainer.setClearButtonVisible(true);
        trainer.addValueChangeListener(choice -> {
            if (choice.isFromClient()) {
                TrainerProfile chosen = choice.getValue();
                change.accept(this.state.of(chosen == null ? null : chosen.telegramId()));
            }
        });
        client.setAriaLabel(getTranslation("desk.field.client"));
        client.setPlaceholder(getTranslation("desk.filter.clients.all"));
        client.setItems(query -> clients.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        client.setItemLabelGenerator(Visitor::name);
        client.setClearButtonVisible(true);
        client.addValueChangeListener(choice -> {
            if (choice.isFromClient()) {
                Visitor chosen = choice.getValue();
                change.accept(this.state.with(chosen == null ? null : chosen.telegramId()));
            }
        });
        location.setAriaLabel(getTranslation("desk.filter.location"));
        location.setItems(locations);
        location.setItemLabelGenerator(one -> one == null ? getTranslation("desk.filter.location.all") : one.name());
        location.setEmptySelectionAllowed(true);
        location.setEmptySelectionCaption(getTranslation("desk.filter.location.all"));
        location.setVisible(locations.size() > 1);
        location.addValueChangeListener(choice -> {
            if (choice.isFromClient()) {
                Location chosen = choice.getValue();
                change.accept(this.state.at(chosen == null ? null : chosen.id()));
            }
        });
        clear = new Button(
                getTranslation("desk.filter.clear"),
                click -> change.accept(BookingsState.of(com.vaadin.flow.router.QueryParameters.empty())));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        add(from, to, statuses, trainer, client, location, clear);
    }

    /** @param chosen the client of the state, or null */
    void show(BookingsState next, @Nullable Visitor chosen) {
        state = next;
        from.setValue(next.from());
        to.setValue(next.to());
        from.setMax(next.to());
        to.setMin(next.from());
        statuses.setValue(next.statuses());
        trainer.setValue(trainers.stream()
                .filter(one -> Long.valueOf(one.telegramId()).equals(next.trainer()))
                .findFirst()
                .orElse(null));
        client.setValue(chosen);
        location.setValue(locations.stream()
                .filter(place -> Long.valueOf(place.id()).equals(next.location()))
                .findFirst()
                .orElse(null));
        clear.setVisible(next.isFiltered());
    }

    private LocalDatePicker day(String key) {
        var picker = new LocalDatePicker(getLocale());
        picker.setAriaLabel(getTranslation(key));
        picker.setPlaceholder(getTranslation(key));
        picker.setClearButtonVisible(true);
        picker.addValueChangeListener(choice -> {
            LocalDate chosen = choice.getValue();
            if (choice.isFromClient() && (chosen == null || DayToolbar.isReasonable(chosen))) {
                change.accept(this.state.between(from.getValue(), to.getValue()));
            }
        });
        return picker;
    }
}
