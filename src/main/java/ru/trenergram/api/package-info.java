/** What all REST controllers share: problem details, idempotency keys, limits, the OpenAPI description. */
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {"base", "security"})
@NullMarked
package ru.trenergram.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
