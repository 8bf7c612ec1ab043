package ru.trenergram.subscriptions.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableBiConsumer;
import org.jspecify.annotations.Nullable;
import ru.trenergram.tariffs.Tariff;

/** The form of a tariff. */
class TariffForm extends FormDialog {

    private final Fields fields;

    /** Of a new one. */
    TariffForm(SerializableBiConsumer<String, Tariff.Terms> save) {
        this(null, new Fields(), save);
    }

    /** Of one that is there, whose code stays. */
    TariffForm(Tariff tariff, SerializableBiConsumer<String, Tariff.Terms> save) {
        this(tariff, new Fields(), save);
    }

    private TariffForm(@Nullable Tariff tariff, Fields fields, SerializableBiConsumer<String, Tariff.Terms> save) {
        super(
                translate(tariff == null ? "admin.tariffs.create" : "admin.tariffs.edit.title"),
                translate("admin.tariffs.save"),
                () -> save.accept(fields.code.getValue().strip(), fields.terms()));
        this.fields = fields;
        if (tariff != null) {
            fill(tariff);
        }
        field("code", fields.code)
                .field("name_ru", fields.nameRu)
                .field("name_en", fields.nameEn)
                .field("price", fields.price)
                .field("trainer_limit", fields.limit)
                .with(new Paragraph(translate("admin.tariffs.price-kept")));
    }

    private void fill(Tariff tariff) {
        Tariff.Terms terms = tariff.terms();
        fields.code.setValue(tariff.code());
        fields.code.setReadOnly(true);
        fields.nameRu.setValue(terms.nameRu());
        fields.nameEn.setValue(terms.nameEn());
        fields.price.setMoney(terms.price());
        fields.limit.setValue(terms.trainerLimit());
    }

    /** They exist before the dialog does: what its button does needs them. */
    private static final class Fields implements java.io.Serializable {

        final TextField code = new TextField(translate("admin.tariffs.code"));
        final TextField nameRu = new TextField(translate("admin.tariffs.name-ru"));
        final TextField nameEn = new TextField(translate("admin.tariffs.name-en"));
        final Rubles price = new Rubles("price", translate("admin.tariffs.price"));
        final IntegerField limit = new IntegerField(translate("admin.tariffs.limit"));

        Fields() {
            code.setHelperText(translate("admin.tariffs.code.help"));
            limit.setHelperText(translate("admin.tariffs.limit.help"));
            limit.setMin(1);
        }

        Tariff.Terms terms() {
            return new Tariff.Terms(
                    nameRu.getValue().strip(), nameEn.getValue().strip(), price.money(), limit.getValue());
        }
    }
}
