package ru.trenergram.users;

/** A person's Mini App reports another time zone than before. */
public record TimezoneChanged(long userId) {}
