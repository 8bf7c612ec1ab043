/** Figures and exports. It reads the tables of other modules, and writes none. */
@ApplicationModule(
        displayName = "Analytics",
        allowedDependencies = {"base", "security", "users", "trainers", "scheduling", "balances", "telegram :: spi"})
@NullMarked
package ru.trenergram.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
