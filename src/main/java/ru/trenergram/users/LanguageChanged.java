package ru.trenergram.users;

/** A person has chosen another language. */
public record LanguageChanged(long userId) {}
