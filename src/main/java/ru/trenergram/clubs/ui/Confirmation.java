package ru.trenergram.clubs.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.function.SerializableRunnable;

/** Asks before something that cannot simply be undone: what will happen, and a button that names it. */
class Confirmation extends ConfirmDialog {

    Confirmation(String title, String what, String verb, SerializableRunnable action) {
        setHeader(title);
        setText(what);
        setCancelable(true);
        setCancelText(getTranslation("club.cancel"));
        setConfirmText(verb);
        setConfirmButtonTheme("error primary");
        addConfirmListener(confirmed -> action.run());
    }
}
