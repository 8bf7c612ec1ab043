package ru.trenergram.members.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Formats;
import ru.trenergram.members.Member;

/** Whether a client agrees to marketing, since when, and who recorded it. */
class ConsentPanel extends Div {

    /** @param record null for roles that only read it */
    ConsentPanel(Member member, ZoneId zone, @Nullable SerializableConsumer<Boolean> record) {
        Member.Consent consent = member.consent();
        add(new Paragraph(
                consent == null
                        ? getTranslation("people.consent.unknown")
                        : getTranslation(
                                consent.given() ? "people.consent.given" : "people.consent.refused",
                                Formats.date(LocalDate.ofInstant(consent.at(), zone), getLocale()),
                                consent.by())));
        if (record != null) {
            var buttons = new Div();
            buttons.addClassName("form-line");
            if (consent == null || !consent.given()) {
                buttons.add(new Button(getTranslation("people.consent.give"), click -> record.accept(true)));
            }
            if (consent == null || consent.given()) {
                buttons.add(new Button(getTranslation("people.consent.refuse"), click -> record.accept(false)));
            }
            add(buttons);
        }
    }
}
