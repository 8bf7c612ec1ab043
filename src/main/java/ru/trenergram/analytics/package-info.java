/** Figures, reports and exports. It reads the tables of other modules, and writes none but its own. */
@ApplicationModule(
        displayName = "Analytics",
        allowedDependencies = {
            "base",
            "security",
            "users",
            "clubs",
            "trainers",
            "scheduling",
            "balances",
            "telegram :: spi"
        })
@NullMarked
package ru.trenergram.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
