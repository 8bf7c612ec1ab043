@NullMarked
package ru.trenergram.trainers.web;

import org.jspecify.annotations.NullMarked;
