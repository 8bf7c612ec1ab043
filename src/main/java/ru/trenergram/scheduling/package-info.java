/** Working hours, occupancy, free slots and bookings. */
@ApplicationModule(
        displayName = "Scheduling",
        allowedDependencies = {"base", "security", "users", "clubs", "trainers", "switches", "telegram :: spi"})
@NullMarked
package ru.trenergram.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
