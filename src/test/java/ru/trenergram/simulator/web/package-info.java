@NullMarked
package ru.trenergram.simulator.web;

import org.jspecify.annotations.NullMarked;
