package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.HasValue.ValueChangeListener;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.trenergram.subscriptions.ClubRegister.Filter;
import ru.trenergram.subscriptions.ClubRegister.Standing;
import ru.trenergram.tariffs.Tariff;

/** Which clubs are listed: a search, a tariff, a standing. All of it stands in the address. */
class ClubFilter extends Div {

    private static final String TEXT = "q";
    private static final String TARIFF = "tariff";
    private static final String STANDING = "state";

    private final TextField text = new TextField();
    private final Select<Tariff> tariff = new Select<>();
    private final Select<Standing> standing = new Select<>();
    private final List<Tariff> tariffs;

    /**
     * @param standings to choose from
     * @param change is told what the address asks for now
     */
    ClubFilter(List<Tariff> tariffs, List<Standing> standings, SerializableConsumer<QueryParameters> change) {
        this.tariffs = tariffs;
        text.setPlaceholder(getTranslation("admin.clubs.search"));
        text.setWidth("min(280px, 100%)");
        text.setAriaLabel(getTranslation("admin.clubs.search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);

        tariff.setItems(tariffs);
        tariff.setItemLabelGenerator(
                item -> item == null ? getTranslation("admin.clubs.any-tariff") : item.name(getLocale()));
        tariff.setEmptySelectionAllowed(true);
        tariff.setEmptySelectionCaption(getTranslation("admin.clubs.any-tariff"));
        tariff.setAriaLabel(getTranslation("subscription.tariff"));

        standing.setItems(standings);
        standing.setItemLabelGenerator(item -> item == null ? getTranslation("admin.clubs.any") : name(item));
        standing.setEmptySelectionAllowed(true);
        standing.setEmptySelectionCaption(getTranslation("admin.clubs.any"));
        standing.setAriaLabel(getTranslation("admin.clubs.state"));

        addClassName("toolbar");
        add(text, tariff, standing);
        ValueChangeListener<ComponentValueChangeEvent<?, ?>> told = changed -> {
            if (changed.isFromClient()) {
                change.accept(parameters());
            }
        };
        text.addValueChangeListener(told::valueChanged);
        tariff.addValueChangeListener(told::valueChanged);
        standing.addValueChangeListener(told::valueChanged);
    }

    /** What the address asks for; what it misspells is everything. */
    Filter read(Location address) {
        QueryParameters parameters = address.getQueryParameters();
        String asked = parameters.getSingleParameter(TEXT).orElse("");
        Optional<Tariff> askedTariff = parameters
                .getSingleParameter(TARIFF)
                .flatMap(code -> tariffs.stream()
                        .filter(item -> item.code().equals(code))
                        .findFirst());
        Optional<Standing> askedStanding = parameters
                .getSingleParameter(STANDING)
                .flatMap(name -> Arrays.stream(Standing.values())
                        .filter(item -> lower(item).equals(name))
                        .findFirst());
        if (!text.getValue().strip().equals(asked)) {
            text.setValue(asked); // never under the hands of who is typing
        }
        tariff.setValue(askedTariff.orElse(null));
        standing.setValue(askedStanding.orElse(null));
        return new Filter(
                asked.isEmpty() ? null : asked, askedTariff.map(Tariff::code).orElse(null), askedStanding.orElse(null));
    }

    private QueryParameters parameters() {
        Map<String, String> asked = new LinkedHashMap<>();
        if (!text.getValue().isBlank()) {
            asked.put(TEXT, text.getValue().strip());
        }
        if (tariff.getValue() != null) {
            asked.put(TARIFF, tariff.getValue().code());
        }
        if (standing.getValue() != null) {
            asked.put(STANDING, lower(standing.getValue()));
        }
        return QueryParameters.simple(asked);
    }

    private String name(Standing item) {
        return getTranslation("admin.standing." + lower(item));
    }

    private static String lower(Standing item) {
        return item.name().toLowerCase(Locale.ROOT);
    }
}
