/** Questions to the people behind the platform: from the main bot into the support chat, and the answers back. */
@ApplicationModule(
        displayName = "Help desk",
        allowedDependencies = {"base", "users", "trainers", "telegram :: spi"})
@NullMarked
package ru.trenergram.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
