package ru.trenergram.users;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A person as every face of the product shows them. */
public record Person(
        long telegramId,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        @Nullable String photoUrl) {

    /** What {@link #of} reads, all of the table {@code users}. */
    public static final String COLUMNS = "telegram_id, first_name, last_name, username, photo_url";

    public static Person of(ResultSet row) throws SQLException {
        return new Person(
                row.getLong("telegram_id"), // 0 for somebody who was erased
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("username"),
                row.getString("photo_url"));
    }

    public String fullName() {
        return lastName == null ? firstName : firstName + " " + lastName;
    }
}
