package ru.trenergram.members.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.ui.LocalDatePicker;
import ru.trenergram.members.MemberFilter;

/** The fields with which clients are looked for: the search always, the rest behind a word until it is used. */
class ClientFilters extends Div {

    private static final String ANY = "";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final TextField search = new TextField();
    private final ComboBox<Long> trainer = new ComboBox<>();
    private final ComboBox<String> tag = new ComboBox<>();
    private final LocalDatePicker since = new LocalDatePicker(getLocale());
    private final LocalDatePicker before = new LocalDatePicker(getLocale());
    private final Select<String> consent = new Select<>();
    private final Checkbox debt = new Checkbox(text("debt"));
    private final Checkbox birthday = new Checkbox(text("birthday"));
    private final Details details;
    private final List<String> tags;

    /**
     * @param phones whether phones are searched, too
     * @param trainers their names by their Telegram ids
     * @param balances whether debts are seen
     * @param change is told what people choose, not what is shown
     */
    ClientFilters(
            boolean phones,
            Map<Long, String> trainers,
            List<String> tags,
            boolean balances,
            SerializableConsumer<MemberFilter> change) {
        this.tags = tags;
        fill(phones, trainers);
        List.<HasValue<?, ?>>of(search, trainer, tag, since, before, consent, debt, birthday)
                .forEach(field -> field.addValueChangeListener(changed -> {
                    if (changed.isFromClient()) {
                        change.accept(read());
                    }
                }));

        var more = new Div(trainer, tag, since, before, consent, birthday);
        if (balances) {
            more.add(debt);
        }
        more.addClassName("choices-line");
        details = new Details("", more);
        addClassName("client-filters");
        add(search, details);
    }

    /** The fields stay, as somebody may be writing in one of them. */
    void show(MemberFilter filter) {
        if (!Objects.equals(filter.text(), written())) { // which may end with a space yet
            search.setValue(filter.text() == null ? "" : filter.text());
        }
        trainer.setValue(filter.trainer());
        List<String> offered = new ArrayList<>(tags);
        if (filter.tag() != null && !tags.contains(filter.tag())) {
            offered.add(filter.tag());
        }
        if (!tag.getGenericDataView().getItems().toList().equals(offered)) {
            tag.setItems(offered);
        }
        tag.setValue(filter.tag());
        since.setValue(filter.visitedSince());
        before.setValue(filter.visitedBefore());
        consent.setValue(filter.consent() == null ? ANY : filter.consent() ? YES : NO);
        debt.setValue(filter.inDebt());
        birthday.setValue(filter.birthday());
        details.setSummaryText(getTranslation("people.filters", countOf(filter)));
        if (countOf(filter) > 0) {
            details.setOpened(true);
        }
    }

    private void fill(boolean phones, Map<Long, String> trainers) {
        String about = text(phones ? "search.phones" : "search");
        search.setAriaLabel(about);
        search.setPlaceholder(about);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);

        trainer.setLabel(getTranslation("panel.trainers.trainer"));
        trainer.setItems(trainers.keySet());
        trainer.setItemLabelGenerator(id -> trainers.getOrDefault(id, "–"));
        trainer.setClearButtonVisible(true);
        tag.setLabel(text("tag"));
        tag.setItems(tags);
        tag.setClearButtonVisible(true);
        since.setLabel(text("since"));
        since.setClearButtonVisible(true);
        before.setLabel(text("before"));
        before.setClearButtonVisible(true);
        consent.setLabel(text("consent"));
        consent.setItems(ANY, YES, NO);
        consent.setItemLabelGenerator(
                value -> getTranslation("people.filter.consent." + (value.isEmpty() ? "any" : value)));
    }

    private MemberFilter read() {
        String choice = consent.getValue();
        return new MemberFilter(
                written(),
                trainer.getValue(),
                tag.getValue(),
                before.getValue(),
                since.getValue(),
                debt.getValue(),
                birthday.getValue(),
                YES.equals(choice) ? Boolean.TRUE : NO.equals(choice) ? Boolean.FALSE : null);
    }

    private @Nullable String written() {
        return search.getValue().isBlank() ? null : search.getValue().strip();
    }

    /** How many matter besides the search. */
    private static int countOf(MemberFilter filter) {
        return count(filter.trainer())
                + count(filter.tag())
                + count(filter.visitedBefore())
                + count(filter.visitedSince())
                + count(filter.consent())
                + (filter.inDebt() ? 1 : 0)
                + (filter.birthday() ? 1 : 0);
    }

    private static int count(@Nullable Object value) {
        return value == null ? 0 : 1;
    }

    private String text(String key) {
        return getTranslation("people.filter." + key);
    }
}
