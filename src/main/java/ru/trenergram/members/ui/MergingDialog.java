package ru.trenergram.members.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import ru.trenergram.base.Formats;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.Once;
import ru.trenergram.members.Member;
import ru.trenergram.members.MemberDetails;
import ru.trenergram.members.MemberMerging.Preview;

/** Two records of one client side by side, and what will become of them. */
class MergingDialog extends Dialog {

    private final Div content = new Div();
    private transient Preview preview;

    MergingDialog(Preview seen, SerializableFunction<Preview, Member> merge, SerializableRunnable merged) {
        this.preview = seen;
        setHeaderTitle(getTranslation("people.merge.title"));
        setMaxWidth("min(720px, calc(100vw - 32px))");
        content.addClassName("merging");
        add(content);
        show();

        var confirm = new Button(getTranslation("people.merge.do"));
        Once.on(confirm, this, () -> {
            try {
                merge.apply(preview);
                close();
                Notices.done(getTranslation("people.merge.done"));
                merged.run();
            } catch (StaleVersionException overtaken) {
                preview = (Preview) overtaken.current();
                show();
                Notices.refused(getTranslation("people.merge.stale"));
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("people.cancel"), click -> close()), confirm);
    }

    private void show() {
        var sides = new Div(
                side("people.merge.kept", preview.kept().details()),
                side("people.merge.given", preview.given().details()),
                side("people.merge.result", preview.result()));
        sides.addClassName("sides");
        content.removeAll();
        content.add(new Paragraph(getTranslation("people.merge.what")), sides);
    }

    private Div side(String heading, MemberDetails details) {
        return new Div(
                new H3(getTranslation(heading)),
                new Facts()
                        .with(getTranslation("people.name"), details.name())
                        .with(
                                getTranslation("people.phone"),
                                details.phone() == null ? null : Formats.phone(details.phone()))
                        .with(
                                getTranslation("people.birthday"),
                                details.birthday() == null ? null : Formats.date(details.birthday(), getLocale()))
                        .with(getTranslation("people.tags"), String.join(", ", details.tags()))
                        .with(getTranslation("people.note"), details.note()));
    }
}
