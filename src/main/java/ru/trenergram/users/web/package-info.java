@NullMarked
package ru.trenergram.users.web;

import org.jspecify.annotations.NullMarked;
