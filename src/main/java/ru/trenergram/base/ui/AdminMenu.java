package ru.trenergram.base.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a view with a route {@code admin/…} without parameters into the super-admins' menu. Such a view has
 * {@code @PermitAll}: the frame around it lets super-admins in and nobody else, and so does the service that it shows.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AdminMenu {

    /** Key of the title in the message bundles. */
    String title();

    LineIcon icon();

    /** Smaller is higher. */
    int order();
}
