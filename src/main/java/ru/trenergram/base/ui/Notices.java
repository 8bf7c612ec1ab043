package ru.trenergram.base.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages over a view. */
public final class Notices {

    private static final int SHORTLY = 4_000;
    private static final int LONGER = 8_000;

    private Notices() {}

    public static void done(String text) {
        Notification.show(text, SHORTLY, Position.BOTTOM_START).addThemeVariants(NotificationVariant.SUCCESS);
    }

    public static void refused(String text) {
        Notification.show(text, LONGER, Position.BOTTOM_START).addThemeVariants(NotificationVariant.WARNING);
    }

    public static void broken(String text) {
        Notification.show(text, LONGER, Position.BOTTOM_START).addThemeVariants(NotificationVariant.ERROR);
    }
}
