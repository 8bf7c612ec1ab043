/** What every module shares: money, errors, settings. It holds no beans. */
@ApplicationModule(
        displayName = "Base",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package ru.trenergram.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
