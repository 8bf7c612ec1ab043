/** Reminders of sessions: the ladder, quiet hours, the cancellation of what nobody answers, the heads-up. */
@ApplicationModule(
        displayName = "Reminders",
        allowedDependencies = {"base", "security", "users", "trainers", "scheduling"})
@NullMarked
package ru.trenergram.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
