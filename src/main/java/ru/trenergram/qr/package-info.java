/** Links and QR codes of trainers and clubs. */
@ApplicationModule(
        displayName = "QR codes",
        allowedDependencies = {"base", "security", "users", "trainers", "clubs", "telegram :: spi"})
@NullMarked
package ru.trenergram.qr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
