/** Money between a trainer and a client: the ledger, its balances and the charges of bookings. */
@ApplicationModule(
        displayName = "Balances",
        allowedDependencies = {"base", "security", "users", "trainers", "scheduling"})
@NullMarked
package ru.trenergram.balances;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
