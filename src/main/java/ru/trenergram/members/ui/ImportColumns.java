package ru.trenergram.members.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ru.trenergram.members.ImportField;

/** What each column of an uploaded list is for. A field that is chosen for one column leaves the other that had it. */
class ImportColumns extends Div {

    private static final String NOTHING = "";

    ImportColumns(
            List<String> headings,
            List<Optional<ImportField>> fields,
            SerializableConsumer<List<Optional<ImportField>>> change) {
        addClassName("choices-line");
        for (int i = 0; i < headings.size(); i++) {
            int column = i;
            var choice = new Select<String>();
            choice.setLabel(
                    headings.get(i).isBlank() ? getTranslation("people.import.column", i + 1) : headings.get(i));
            choice.setItems(Stream.concat(
                            Stream.of(NOTHING), Stream.of(ImportField.values()).map(Enum::name))
                    .toList());
            choice.setItemLabelGenerator(name -> getTranslation(
                    name.isEmpty()
                            ? "people.import.field.none"
                            : "people.import.field." + ClientImportView.key(ImportField.valueOf(name))));
            choice.setValue(fields.get(i).map(Enum::name).orElse(NOTHING));
            choice.addValueChangeListener(chosen -> change.accept(with(fields, column, chosen.getValue())));
            add(choice);
        }
    }

    private static List<Optional<ImportField>> with(List<Optional<ImportField>> fields, int column, String name) {
        Optional<ImportField> chosen = name.isEmpty() ? Optional.empty() : Optional.of(ImportField.valueOf(name));
        List<Optional<ImportField>> changed = new ArrayList<>(fields);
        if (chosen.isPresent()) {
            changed.replaceAll(field -> field.equals(chosen) ? Optional.empty() : field);
        }
        changed.set(column, chosen);
        return changed;
    }
}
