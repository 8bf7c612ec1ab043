/** What clubs pay the platform for, and the limits that come with it. */
@ApplicationModule(
        displayName = "Tariffs",
        allowedDependencies = {"base", "security"})
@NullMarked
package ru.trenergram.tariffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
