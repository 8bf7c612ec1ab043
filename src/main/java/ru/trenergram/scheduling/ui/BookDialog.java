package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.Location;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.scheduling.Repeat;
import ru.trenergram.scheduling.StaffBookings.Bookable;
import ru.trenergram.trainers.TrainerProfile;

/** Who is to be booked, with whom, when and on which terms. */
class BookDialog extends ActDialog {

    private static final int KOPECKS = 2;
    private static final int MAX_WEEKS = 52;

    private final ComboBox<TrainerProfile> trainer = new ComboBox<>();
    private final ComboBox<Bookable> client = new ComboBox<>();
    private final Moment moment;
    private final IntegerField minutes = new IntegerField();
    private final BigDecimalField price = new BigDecimalField();
    private final Select<Location> location = new Select<>();
    private final IntegerField weeks = new IntegerField();
    private final Checkbox skip = new Checkbox();
    private final TextArea note = new TextArea();

    /** Finds clients of a trainer by a part of the name or the phone. */
    interface ClientSearch extends java.io.Serializable {
        Stream<Bookable> find(long trainerId, String words, int offset, int limit);
    }

    /**
     * @param proposed what is chosen already, or null
     * @param at null where only the day is known
     */
    BookDialog(
            ZoneId zone,
            List<TrainerProfile> trainers,
            @Nullable TrainerProfile proposed,
            List<Location> locations,
            ClientSearch search,
            LocalDate date,
            @Nullable LocalTime at) {
        super(dialogText("desk.book.title"), dialogText("desk.book.act"), zone);
        moment = new Moment(zone, date, at);

        trainer.setLabel(getTranslation("desk.field.trainer"));
        trainer.setItems(
                (item, words) ->
                        item.person().fullName().toLowerCase(getLocale()).contains(words.toLowerCase(getLocale())),
                trainers);
        trainer.setItemLabelGenerator(item -> item.person().fullName());
        trainer.setRequiredIndicatorVisible(true);
        trainer.addValueChangeListener(change -> proposeTerms());

        client.setLabel(getTranslation("desk.field.client"));
        client.setHelperText(getTranslation("desk.book.client.help"));
        client.setRequiredIndicatorVisible(true);
        client.setItems(query -> trainer.getValue() == null
                ? Stream.<Bookable>empty().skip(query.getOffset() + query.getLimit())
                : search.find(
                        trainer.getValue().userId(),
                        query.getFilter().orElse(""),
                        query.getOffset(),
                        query.getLimit()));
        client.setItemLabelGenerator(BookDialog::nameAndPhone);
        client.addValueChangeListener(change -> proposePrice());

        minutes.setLabel(getTranslation("desk.field.minutes"));
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        price.setLabel(getTranslation("desk.field.price"));
        price.setLocale(getLocale());

        location.setLabel(getTranslation("desk.field.location"));
        location.setItems(locations);
        location.setItemLabelGenerator(Location::name);
        location.setRequiredIndicatorVisible(true);
        locations.stream().findFirst().ifPresent(location::setValue);

        weeks.setLabel(getTranslation("desk.field.weeks"));
        weeks.setHelperText(getTranslation("desk.book.weeks.help"));
        weeks.setStepButtonsVisible(true);
        weeks.setMin(1);
        weeks.setMax(MAX_WEEKS);
        weeks.setValue(1);
        skip.setLabel(getTranslation("desk.book.skip"));
        skip.setVisible(false);
        weeks.addValueChangeListener(change -> skip.setVisible(isRepeated()));
        note.setLabel(getTranslation("desk.field.note"));

        var terms = new Div(minutes, price);
        terms.addClassName("act-row");
        fields(trainer, client, moment, terms, location, weeks, skip, note);
        explain(getTranslation("desk.book.told"));
        trainer.setValue(proposed);
    }

    /** @param save the wish, and how it is repeated or null */
    void onSave(SerializableBiConsumer<NewBooking, @Nullable Repeat> save) {
        onAct(() -> {
            Optional<NewBooking> wish = wish();
            if (wish.isEmpty()) {
                throw DomainException.invalid("form", "required");
            }
            Integer often = weeks.getValue();
            save.accept(wish.get(), isRepeated() ? new Repeat(often, skip.getValue()) : null);
        });
    }

    private Optional<NewBooking> wish() {
        Optional<Instant> start = moment.instant();
        trainer.setInvalid(trainer.getValue() == null);
        client.setInvalid(client.getValue() == null);
        location.setInvalid(location.getValue() == null);
        if (start.isEmpty() || trainer.isInvalid() || client.isInvalid() || location.isInvalid()) {
            return Optional.empty();
        }
        return Optional.of(new NewBooking(
                trainer.getValue().userId(),
                client.getValue().clientId(),
                start.get(),
                minutes.getValue(),
                kopecks(price.getValue()),
                note.getValue(),
                location.getValue().id()));
    }

    private boolean isRepeated() {
        return weeks.getValue() != null && weeks.getValue() > 1;
    }

    private void proposeTerms() {
        client.clear();
        client.getDataProvider().refreshAll();
        if (trainer.getValue() != null) {
            minutes.setValue(trainer.getValue().sessionMinutes());
            proposePrice();
        }
    }

    private void proposePrice() {
        TrainerProfile whose = trainer.getValue();
        if (whose != null) {
            Bookable whom = client.getValue();
            Money proposal = whom != null && whom.price() != null ? whom.price() : whose.price();
            price.setValue(rubles(proposal));
        }
    }

    static BigDecimal rubles(Money money) {
        BigDecimal rubles = BigDecimal.valueOf(money.amount(), KOPECKS);
        return rubles.stripTrailingZeros().scale() <= 0 ? rubles.setScale(0) : rubles;
    }

    /** @throws DomainException {@code validation_failed} for parts of a kopeck */
    static @Nullable Money kopecks(@Nullable BigDecimal rubles) {
        try {
            return rubles == null
                    ? null
                    : Money.rubles(rubles.movePointRight(KOPECKS).longValueExact());
        } catch (ArithmeticException tooFine) {
            throw DomainException.invalid("price.amount", "invalid");
        }
    }

    private static String nameAndPhone(Bookable client) {
        return client.phone() == null ? client.name() : client.name() + " · " + Formats.phone(client.phone());
    }

    private static String dialogText(String key) {
        return com.vaadin.flow.i18n.I18NProvider.translate(key);
    }
}
