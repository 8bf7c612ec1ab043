/** The platform as its super-admins see it: people, queues, switches, figures, and who changed what. */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {
            "base",
            "security",
            "users",
            "trainers",
            "clubs",
            "audit",
            "alerts",
            "switches",
            "telegram :: spi"
        })
@NullMarked
package ru.trenergram.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
