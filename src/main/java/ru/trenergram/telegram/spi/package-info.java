/** What a module needs in order to talk to people through the bots. */
@NamedInterface("spi")
@NullMarked
package ru.trenergram.telegram.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
