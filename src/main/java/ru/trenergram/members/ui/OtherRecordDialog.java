package ru.trenergram.members.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ui.Once;
import ru.trenergram.members.Member;
import ru.trenergram.members.MemberRow;

/** Finds the other record of a client by name or phone. */
class OtherRecordDialog extends Dialog {

    private static final int FOUND = 50;

    /** Looks for clients by a text. */
    @FunctionalInterface
    interface Search {
        List<MemberRow> find(String text, int limit);
    }

    /** @param choose which may refuse what cannot be merged */
    OtherRecordDialog(Member one, Search search, SerializableConsumer<Member> choose) {
        setHeaderTitle(getTranslation("people.merge.title"));
        setMaxWidth("min(480px, calc(100vw - 32px))");
        var other = FieldErrors.forgiving(new ComboBox<Member>(getTranslation("people.merge.given")));
        other.setHelperText(getTranslation("people.merge.find"));
        other.setWidthFull();
        other.setItemLabelGenerator(
                member -> member.phone() == null ? member.name() : member.name() + " · " + member.phone());
        other.setItemsWithFilterConverter(
                query -> search.find(query.getFilter().orElse(""), FOUND).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit())
                        .map(MemberRow::member)
                        .filter(member -> member.id() != one.id()),
                text -> text);
        add(other);

        var compare = new Button(getTranslation("people.merge.compare"));
        Once.on(compare, this, () -> {
            if (other.getValue() == null) {
                return;
            }
            try {
                choose.accept(other.getValue());
                close();
            } catch (DomainException refusal) {
                FieldErrors.show(refusal, field -> other);
                other.setErrorMessage(getTranslation("people.merge.two"));
            }
        });
        compare.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("people.cancel"), click -> close()), compare);
    }
}
