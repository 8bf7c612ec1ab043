/** A club's clients as the club has them in its records, and the cards of its clients and trainers. */
@ApplicationModule(
        displayName = "Members",
        allowedDependencies = {
            "base",
            "security",
            "users",
            "clubs",
            "trainers",
            "scheduling",
            "balances",
            "analytics",
            "audit",
            "qr",
            "telegram :: spi"
        })
@NullMarked
package ru.trenergram.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
