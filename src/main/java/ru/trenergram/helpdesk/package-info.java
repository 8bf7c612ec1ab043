/** Questions to the people behind the platform, from both bots, and the answers back. */
@ApplicationModule(
        displayName = "Help desk",
        allowedDependencies = {"base", "users", "trainers", "clubs", "telegram :: spi"})
@NullMarked
package ru.trenergram.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
