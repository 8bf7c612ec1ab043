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

    /**
     * @param phones whether phones are searched, too
     * @param trainers their names by their Telegram ids
     * @param balances whether debts are seen
     */
    ClientFilters(
            MemberFilter filter,
            boolean phones,
            Map<Long, String> trainers,
            List<String> tags,
            boolean balances,
            SerializableConsumer<MemberFilter> change) {
        fill(filter, phones, trainers, tags);
        List.<HasValue<?, ?>>of(trainer, tag, since, before, consent, debt, birthday)
                .forEach(field -> field.addValueChangeListener(changed -> change.accept(read())));
        search.addValueChangeListener(changed -> change.accept(read()));

        var more = new Div(trainer, tag, since, before, consent, birthday);
        if (balances) {
            more.add(debt);
        }
        more.addClassName("choices-line");
        var details = new Details(getTranslation("people.filters", countOf(filter)), more);
        details.setOpened(countOf(filter) > 0);
        addClassName("client-filters");
        add(search, details);
    }

    private void fill(MemberFilter filter, boolean phones, Map<Long, String> trainers, List<String> tags) {
        String about = text(phones ? "search.phones" : "search");
        search.setAriaLabel(about);
        search.setPlaceholder(about);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValue(filter.text() == null ? "" : filter.text());

        trainer.setLabel(getTranslation("panel.trainers.trainer"));
        trainer.setItems(trainers.keySet());
        trainer.setItemLabelGenerator(id -> trainers.getOrDefault(id, "–"));
        trainer.setClearButtonVisible(true);
        trainer.setValue(filter.trainer());
        tag.setLabel(text("tag"));
        List<String> offered = new ArrayList<>(tags);
        if (filter.tag() != null && !tags.contains(filter.tag())) {
            offered.add(filter.tag());
        }
        tag.setItems(offered);
        tag.setClearButtonVisible(true);
        tag.setValue(filter.tag());
        since.setLabel(text("since"));
        since.setClearButtonVisible(true);
        since.setValue(filter.visitedSince());
        before.setLabel(text("before"));
        before.setClearButtonVisible(true);
        before.setValue(filter.visitedBefore());
        consent.setLabel(text("consent"));
        consent.setItems(ANY, YES, NO);
        consent.setItemLabelGenerator(
                value -> getTranslation("people.filter.consent." + (value.isEmpty() ? "any" : value)));
        consent.setValue(filter.consent() == null ? ANY : filter.consent() ? YES : NO);
        debt.setValue(filter.inDebt());
        birthday.setValue(filter.birthday());
    }

    private MemberFilter read() {
        String choice = consent.getValue();
        return new MemberFilter(
                search.getValue().isBlank() ? null : search.getValue().strip(),
                trainer.getValue(),
                tag.getValue(),
                before.getValue(),
                since.getValue(),
                debt.getValue(),
                birthday.getValue(),
                YES.equals(choice) ? Boolean.TRUE : NO.equals(choice) ? Boolean.FALSE : null);
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
