/** Which tariff a club has chosen, what it has paid, and what happens when it does not. */
@ApplicationModule(
        displayName = "Subscriptions",
        allowedDependencies = {"base", "security", "users", "clubs", "tariffs"})
@NullMarked
package ru.trenergram.subscriptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
