/** What super-admins can switch off for the whole platform while it runs. */
@ApplicationModule(
        displayName = "Switches",
        allowedDependencies = {"base", "security"})
@NullMarked
package ru.trenergram.switches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
