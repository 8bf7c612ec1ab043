/** People: one row a Telegram account, their names, language, time zone and where they came from. */
@ApplicationModule(
        displayName = "Users",
        allowedDependencies = {"base", "security", "telegram :: spi"})
@NullMarked
package ru.trenergram.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
