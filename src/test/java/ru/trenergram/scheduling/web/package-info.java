@NullMarked
package ru.trenergram.scheduling.web;

import org.jspecify.annotations.NullMarked;
