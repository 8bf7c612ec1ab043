/** Demo data: a club, its trainers and clients, and a day full of bookings. */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "base",
            "users",
            "clubs",
            "tariffs",
            "trainers",
            "scheduling",
            "members",
            "telegram :: spi"
        })
@NullMarked
package ru.trenergram.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
