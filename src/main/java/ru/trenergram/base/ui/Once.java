package ru.trenergram.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableRunnable;

/** Buttons of dialogs that do a thing once, however fast they are pressed twice. */
public final class Once {

    private Once() {}

    /** @param action after which the button can be pressed again if the dialog is still open, as when it was refused */
    public static void on(Button button, Dialog dialog, SerializableRunnable action) {
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                action.run();
            } finally {
                button.setEnabled(dialog.isOpened());
            }
        });
    }
}
