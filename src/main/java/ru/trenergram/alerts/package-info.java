/** What the platform's super-admins must hear of, through the staff bot. */
@ApplicationModule(
        displayName = "Alerts",
        allowedDependencies = {"base", "users", "telegram :: spi"})
@NullMarked
package ru.trenergram.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
