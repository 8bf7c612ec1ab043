package ru.trenergram.members.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.ui.LocalDatePicker;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.members.Member;
import ru.trenergram.members.MemberDetails;

/** What a club writes down about a client. Whoever was quicker is not overwritten unawares, and nothing typed is lost. */
class ClientForm extends Div {

    private final transient Saving saving;
    private final TextField name = FieldErrors.forgiving(new TextField(getTranslation("people.name")));
    private final TextField phone = FieldErrors.forgiving(new TextField(getTranslation("people.phone")));
    private final LocalDatePicker birthday = FieldErrors.forgiving(new LocalDatePicker(getLocale()));
    private final MultiSelectComboBox<String> tags =
            FieldErrors.forgiving(new MultiSelectComboBox<>(getTranslation("people.tags")));
    private final TextArea note = FieldErrors.forgiving(new TextArea(getTranslation("people.note")));
    private final Div stale = new Div();
    private int version;

    /** Keeps what was typed, over the version that was seen. */
    @FunctionalInterface
    interface Saving {
        /** @throws StaleVersionException with the member as it is now */
        Member save(int version, MemberDetails details);
    }

    /** @param known the tags that the club uses */
    ClientForm(Member member, List<String> known, LocalDate today, Saving saving) {
        this.saving = saving;
        name.setRequired(true);
        name.setMaxLength(MemberDetails.MAX_NAME);
        phone.setHelperText(getTranslation("people.phone.help"));
        birthday.setLabel(getTranslation("people.birthday"));
        birthday.setMax(today);
        birthday.setClearButtonVisible(true);
        note.setMaxLength(MemberDetails.MAX_NOTE);
        note.setMinRows(4);
        Set<String> offered = new LinkedHashSet<>(known);
        offered.addAll(member.tags());
        tags.setItems(offered);
        tags.setHelperText(getTranslation("people.tags.help"));
        tags.setAllowCustomValue(true);
        tags.addCustomValueSetListener(typed -> {
            if (!typed.getDetail().isBlank()) {
                offered.add(typed.getDetail().strip());
                Set<String> chosen = new LinkedHashSet<>(tags.getValue());
                chosen.add(typed.getDetail().strip());
                tags.setItems(offered);
                tags.setValue(chosen);
            }
        });
        fill(member);

        var save = new Button(getTranslation("people.save"), click -> save(version));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        stale.addClassName("stale");
        stale.getElement().setAttribute("role", "alert");
        stale.setVisible(false);
        addClassName("record");
        add(name, phone, birthday, tags, note, stale, save);
    }

    /** Of the record that the fields were filled with. */
    int version() {
        return version;
    }

    /** Something else of the record has been changed here, which is no reason to warn of it. */
    void sees(int changed) {
        version = changed;
    }

    private void fill(Member member) {
        version = member.version();
        name.setValue(member.name());
        phone.setValue(member.phone() == null ? "" : member.phone());
        birthday.setValue(member.birthday());
        tags.setValue(new LinkedHashSet<>(member.tags()));
        note.setValue(member.note() == null ? "" : member.note());
    }

    private void save(int seen) {
        if (birthday.isInvalid()) {
            return;
        }
        var details = new MemberDetails(
                name.getValue(),
                phone.getValue(),
                birthday.getValue(),
                new ArrayList<>(tags.getValue()),
                note.getValue());
        try {
            fill(saving.save(seen, details));
            stale.setVisible(false);
            Notices.done(getTranslation("people.saved.done"));
        } catch (StaleVersionException overtaken) {
            tellStale((Member) overtaken.current());
        } catch (DomainException refusal) {
            FieldErrors.show(refusal, this::field);
        }
    }

    private void tellStale(Member now) {
        stale.removeAll();
        stale.add(
                new Paragraph(getTranslation("people.stale")),
                new Button(getTranslation("people.stale.take"), click -> {
                    fill(now);
                    stale.setVisible(false);
                }),
                new Button(getTranslation("people.stale.keep"), click -> save(now.version())));
        stale.setVisible(true);
    }

    private @Nullable HasValidationProperties field(String field) {
        return switch (field) {
            case "name" -> name;
            case "phone" -> phone;
            case "birthday" -> birthday;
            case "tags" -> tags;
            case "note" -> note;
            default -> null;
        };
    }
}
