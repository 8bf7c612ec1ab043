/** Who changed money and settings, from what to what. It listens; nobody depends on it but to read. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"base", "security", "users", "clubs"})
@NullMarked
package ru.trenergram.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
