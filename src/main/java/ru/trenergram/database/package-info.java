/** Where the data lives: a PostgreSQL server of our own when {@code DATABASE_URL} names none, else that one. */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"base"})
@NullMarked
package ru.trenergram.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
