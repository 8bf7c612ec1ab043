package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;
import ru.trenergram.subscriptions.TariffPreview;
import ru.trenergram.tariffs.Tariff;

/** The tariffs that a club could have in place of its own; what one would mean is said next. */
class TariffChoice extends Dialog {

    TariffChoice(
            List<Tariff> offered,
            String current,
            SerializableFunction<String, TariffPreview> preview,
            SerializableConsumer<Tariff> change) {
        setHeaderTitle(getTranslation("subscription.change"));
        setWidth("min(420px, 94vw)");
        var choices = new Div();
        choices.addClassName("ask");
        offered.stream()
                .filter(tariff -> !tariff.code().equals(current))
                .map(tariff -> new Button(
                        tariff.name(getLocale()) + " · " + Words.perMonth(tariff, getLocale()) + " · "
                                + Words.limit(tariff),
                        click -> {
                            close();
                            new TariffDialog(preview.apply(tariff.code()), () -> change.accept(tariff)).open();
                        }))
                .forEach(choices::add);
        add(choices);
        getFooter().add(new Button(getTranslation("panel.date.cancel"), click -> close()));
    }
}
