/** Who calls: Telegram's signed initData, access tokens, one-time sign-in links, the filter chains. */
@ApplicationModule(
        displayName = "Security",
        allowedDependencies = {"base"})
@NullMarked
package ru.trenergram.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
