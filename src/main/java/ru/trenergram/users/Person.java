package ru.trenergram.users;

import org.jspecify.annotations.Nullable;

/** A person as every face of the product shows them. */
public record Person(
        long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String photoUrl) {

    public String fullName() {
        return lastName == null ? firstName : firstName + " " + lastName;
    }
}
