package ru.trenergram.members;

/** An uploaded list is to be applied. */
record ImportStarted(long importId) {}
