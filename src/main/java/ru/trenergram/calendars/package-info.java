/** Calendar feeds: a person's bookings, as trainer and as client, for the calendar application of their choice. */
@ApplicationModule(
        displayName = "Calendars",
        allowedDependencies = {"base", "security", "users", "trainers", "clubs", "scheduling"})
@NullMarked
package ru.trenergram.calendars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
