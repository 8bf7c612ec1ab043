package ru.trenergram.base.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/** One of a few, in a row; the arrow keys choose. */
public final class Choices<T> extends RadioButtonGroup<T> {

    public Choices(String name, List<T> all, ItemLabelGenerator<T> label, T chosen, SerializableConsumer<T> listener) {
        setAriaLabel(name);
        setItems(all);
        setItemLabelGenerator(label);
        setValue(chosen);
        addClassName("choices-row");
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                listener.accept(change.getValue());
            }
        });
    }
}
