/** The frame of the panels: layout, sign-in and error views. */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"base", "security"})
@NullMarked
package ru.trenergram.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
