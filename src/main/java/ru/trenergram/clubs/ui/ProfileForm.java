package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableBiFunction;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.clubs.CityZones;
import ru.trenergram.clubs.ClubProfile;
import ru.trenergram.clubs.ClubSettings;

/** The club's own fields. An edit that somebody else has overtaken is told, and what was typed stays. */
class ProfileForm extends Div {

    private final TextField name = new TextField();
    private final TextField city = new TextField();
    private final TextField address = new TextField();
    private final ComboBox<ZoneId> zone = new ComboBox<>();
    private final Checkbox listed = new Checkbox();
    private final SerializableBiFunction<Integer, ClubSettings.Wish, ClubProfile> save;
    private int version;

    /** @param save throws what {@link ClubSettings#change} throws */
    ProfileForm(
            ClubProfile club, boolean mayChange, SerializableBiFunction<Integer, ClubSettings.Wish, ClubProfile> save) {
        this.save = save;
        addClassName("form");
        name.setLabel(getTranslation("club.name"));
        city.setLabel(getTranslation("club.city"));
        address.setLabel(getTranslation("club.address"));
        zone.setLabel(getTranslation("club.zone"));
        zone.setHelperText(getTranslation("club.zone.what"));
        zone.setItems(zones(club.timezone()));
        zone.setItemLabelGenerator(it -> CityZones.name(it, getLocale()) + " · " + it.getId());
        listed.setLabel(getTranslation("club.listed"));
        listed.setHelperText(getTranslation("club.listed.what"));
        fill(club);

        add(name, city, address, zone, listed);
        if (mayChange) {
            var button = new Button(getTranslation("club.save"), click -> save());
            button.addThemeVariants(ButtonVariant.PRIMARY);
            add(button);
        } else {
            List.of(name, city, address).forEach(field -> field.setReadOnly(true));
            zone.setReadOnly(true);
            listed.setReadOnly(true);
        }
    }

    private void fill(ClubProfile club) {
        version = club.version();
        name.setValue(club.name());
        city.setValue(club.city());
        address.setValue(club.address());
        zone.setValue(club.timezone());
        listed.setValue(club.listed());
    }

    private void save() {
        List.of(name, city, address).forEach(field -> field.setInvalid(false));
        zone.setInvalid(false);
        if (zone.getValue() == null) {
            zone.setErrorMessage(getTranslation("field.required"));
            zone.setInvalid(true);
            return;
        }
        try {
            fill(save.apply(
                    version,
                    new ClubSettings.Wish(
                            name.getValue(), city.getValue(), address.getValue(), zone.getValue(), listed.getValue())));
            Notices.done(getTranslation("club.saved"));
        } catch (StaleVersionException overtaken) {
            tellOvertaken((ClubProfile) overtaken.current());
        } catch (DomainException refusal) {
            FieldErrors.show(refusal, Map.of("name", name, "city", city, "address", address));
        }
    }

    /** Saving once more puts these fields in the place of what the other one saved; so they are named first. */
    private void tellOvertaken(ClubProfile now) {
        version = now.version();
        Notices.refused(getTranslation(
                "club.overtaken", now.name(), now.city(), now.address(), CityZones.name(now.timezone(), getLocale())));
    }

    private static List<ZoneId> zones(ZoneId present) {
        List<ZoneId> zones =
                new ArrayList<>(CityZones.OFFERED.stream().map(ZoneId::of).toList());
        if (!zones.contains(present)) {
            zones.addFirst(present);
        }
        return zones;
    }
}
