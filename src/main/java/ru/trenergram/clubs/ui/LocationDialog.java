package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.Once;
import ru.trenergram.clubs.ClubLocation;
import ru.trenergram.clubs.ClubLocations;
import ru.trenergram.clubs.OpeningHours;

/** A new location, or another name, address and hours for one. */
class LocationDialog extends Dialog {

    private final TextField name = new TextField();
    private final TextField address = new TextField();
    private final Map<DayOfWeek, DayHours> days = new EnumMap<>(DayOfWeek.class);
    private final transient SerializableBiConsumer<@Nullable ClubLocation, ClubLocations.Wish> save;
    private transient @Nullable ClubLocation seen;

    /**
     * @param save gets the location as it was seen last, and throws what the service throws; then the dialog stays, with
     *     what was typed
     */
    LocationDialog(
            @Nullable ClubLocation location, SerializableBiConsumer<@Nullable ClubLocation, ClubLocations.Wish> save) {
        this.seen = location;
        this.save = save;
        setHeaderTitle(getTranslation(location == null ? "club.location.add" : "club.location.edit"));
        setWidth("min(520px, 94vw)");
        name.setLabel(getTranslation("club.location.name"));
        address.setLabel(getTranslation("club.address"));
        var hours = new Div();
        hours.addClassName("week");
        for (DayOfWeek day : DayOfWeek.values()) {
            var line =
                    new DayHours(day, location == null ? null : location.hours().get(day));
            days.put(day, line);
            hours.add(line);
        }
        if (location != null) {
            name.setValue(location.name());
            address.setValue(location.address());
        }
        var form = new Div(
                name,
                address,
                new H3(getTranslation("club.location.hours")),
                new Paragraph(getTranslation("club.location.hours.what")),
                hours);
        form.addClassName("form");
        add(form);
        var button = new Button(getTranslation("club.save"));
        Once.on(button, this, this::save);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("club.cancel"), click -> close()), button);
    }

    private void save() {
        name.setInvalid(false);
        address.setInvalid(false);
        Map<DayOfWeek, OpeningHours> hours = new EnumMap<>(DayOfWeek.class);
        boolean valid = true;
        for (var line : days.entrySet()) {
            valid &= line.getValue().read(open -> hours.put(line.getKey(), open));
        }
        if (!valid) {
            return;
        }
        try {
            save.accept(seen, new ClubLocations.Wish(name.getValue(), address.getValue(), hours));
            close();
        } catch (StaleVersionException overtaken) {
            seen = (ClubLocation) overtaken.current();
            Notices.refused(getTranslation("club.location.overtaken", seen.name(), seen.address()));
        } catch (DomainException refusal) {
            FieldErrors.show(refusal, Map.of("name", name, "address", address));
        }
    }
}
