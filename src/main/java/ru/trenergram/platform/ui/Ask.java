package ru.trenergram.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.ui.Once;

/** Asks before something is done that cannot simply be undone: what it will do, and whether to do it. */
final class Ask extends Dialog {

    private final Button deed;
    private @Nullable TextArea reason;

    /** @param button names the deed */
    Ask(String title, String button, String... sentences) {
        setHeaderTitle(title);
        setWidth("min(480px, calc(100vw - 32px))");
        for (String sentence : sentences) {
            add(new Paragraph(sentence));
        }
        deed = new Button(button);
        deed.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        var cancel = new Button(getTranslation("platform.ask.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        getFooter().add(cancel, deed);
    }

    void then(SerializableRunnable done) {
        Once.on(deed, this, () -> {
            close();
            done.run();
        });
        open();
    }

    /** Asks why, too. It stays open, with what was written, until there is a reason and nothing refuses the deed. */
    void thenFor(String label, int longest, SerializableConsumer<String> done) {
        var why = new TextArea(label);
        why.setWidthFull();
        why.setMaxLength(longest);
        why.setRequiredIndicatorVisible(true);
        why.setErrorMessage(getTranslation("field.required"));
        why.setManualValidation(true);
        add(why);
        Once.on(deed, this, () -> {
            why.setInvalid(why.getValue().isBlank());
            if (!why.isInvalid()) {
                done.accept(why.getValue());
                close();
            }
        });
        reason = why;
        open();
        why.focus();
    }

    /** For tests, like {@link #confirm}. */
    void confirm() {
        deed.click();
    }

    @Nullable TextArea reason() {
        return reason;
    }
}
