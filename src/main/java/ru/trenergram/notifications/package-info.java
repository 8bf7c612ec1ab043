/** Domain events become messages in the bots. */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {
            "base",
            "users",
            "trainers",
            "clubs",
            "scheduling",
            "balances",
            "reminders",
            "qr",
            "subscriptions",
            "tariffs",
            "telegram :: spi"
        })
@NullMarked
package ru.trenergram.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
