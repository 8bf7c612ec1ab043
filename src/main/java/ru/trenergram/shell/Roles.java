package ru.trenergram.shell;

import com.vaadin.flow.i18n.I18NProvider;
import ru.trenergram.clubs.StaffRole;

/** Roles in the person's language. */
final class Roles {

    private Roles() {}

    static String name(StaffRole role) {
        return I18NProvider.translate(role.messageKey());
    }
}
