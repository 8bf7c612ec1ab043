package ru.trenergram.clubs;

import ru.trenergram.base.DomainException;

/** What people type into the fields of a club. */
final class Words {

    private Words() {}

    /** @throws DomainException {@code validation_failed} */
    static String required(String field, String text, int longest) {
        String words = text.strip();
        if (words.isEmpty()) {
            throw DomainException.invalid(field, "required");
        }
        if (words.length() > longest || words.chars().anyMatch(Character::isISOControl)) {
            throw DomainException.invalid(field, "size", 1, longest);
        }
        return words;
    }
}
