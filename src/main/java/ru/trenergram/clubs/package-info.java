/** Clubs, their locations and staff, and which trainers work there. */
@ApplicationModule(
        displayName = "Clubs",
        allowedDependencies = {"base", "security", "users", "tariffs", "switches", "telegram :: spi"})
@NullMarked
package ru.trenergram.clubs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
