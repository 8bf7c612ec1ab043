package ru.trenergram.scheduling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.ui.Notices;
import ru.trenergram.base.ui.Once;
import ru.trenergram.scheduling.SeriesPlace;
import ru.trenergram.scheduling.SeriesScope;

/** A dialog that does one thing. What a rule refuses is said in it, and what was typed stays. */
class ActDialog extends Dialog {

    private final Paragraph refusal = new Paragraph();
    private final Div fields = new Div();
    private final Button act = new Button();
    private final ZoneId zone;
    private SerializableRunnable outdated = () -> {};

    /** @param zone of the club */
    ActDialog(String title, String verb, ZoneId zone) {
        this.zone = zone;
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setWidth("min(480px, 100vw)");
        refusal.addClassName("act-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        fields.addClassName("act-fields");
        add(fields, refusal);

        act.setText(verb);
        act.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("desk.dialog.close"), click -> close()), act);
    }

    final void fields(Component... components) {
        fields.add(components);
    }

    /** A sentence on what is going to happen. */
    final void explain(String text) {
        var sentence = new Paragraph(text);
        sentence.addClassName("act-about");
        fields.add(sentence);
    }

    final void dangerous() {
        act.addThemeVariants(ButtonVariant.ERROR);
    }

    /** @param action what the button does; the dialog closes behind it unless it is refused */
    final void onAct(SerializableRunnable action) {
        Once.on(act, this, () -> attempt(action));
    }

    /** @param reload for somebody who acted on what is not so any more */
    final void onOutdated(SerializableRunnable reload) {
        outdated = reload;
    }

    final void attempt(SerializableRunnable action) {
        refusal.setVisible(false);
        try {
            action.run();
            close();
        } catch (DomainException no) {
            String sentence = Refusal.sentence(no, getLocale(), zone);
            if (no.code() == ErrorCode.STALE_VERSION) {
                close();
                Notices.refused(sentence);
                outdated.run();
            } else {
                refuse(sentence + " (" + no.code().code() + ")");
                if (no.code() == ErrorCode.SLOT_TAKEN) {
                    outdated.run();
                }
            }
        }
    }

    final void refuse(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(true);
    }

    /** How much of a series is meant; null for a booking that stands alone. */
    static @Nullable Select<SeriesScope> scope(@Nullable SeriesPlace series) {
        if (series == null) {
            return null;
        }
        var scope = new Select<SeriesScope>();
        scope.setLabel(scope.getTranslation("desk.series", series.index(), series.count()));
        scope.setItems(SeriesScope.values());
        scope.setItemLabelGenerator(value -> scope.getTranslation(
                switch (value) {
                    case THIS -> "desk.series.this";
                    case FOLLOWING -> "desk.series.following";
                    case ALL -> "desk.series.all";
                }));
        scope.setValue(SeriesScope.THIS);
        return scope;
    }

    static SeriesScope chosen(@Nullable Select<SeriesScope> scope) {
        return scope == null ? SeriesScope.THIS : scope.getValue();
    }
}
