/** The frame of the panels: start page, sign-in, layout, error views, the language and the colours of a browser. */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"base", "security", "users", "clubs", "telegram :: spi"})
@NullMarked
package ru.trenergram.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
