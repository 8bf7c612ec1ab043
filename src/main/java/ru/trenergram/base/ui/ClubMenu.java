package ru.trenergram.base.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a view with the route {@code club/:clubId/…} into the club's menu. Vaadin's own {@code @Menu} leaves out views
 * whose route has a parameter.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ClubMenu {

    /** Key of the title in the message bundles. */
    String title();

    LineIcon icon();

    /** Smaller is higher. */
    int order();

    /** Names of the roles in whose menu it stands; none: in everybody's. What a role may see is the service's to check. */
    String[] roles() default {};
}
