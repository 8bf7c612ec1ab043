/** The super-admins' views of the platform. */
@NullMarked
package ru.trenergram.platform.ui;

import org.jspecify.annotations.NullMarked;
