package ru.trenergram.users;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a person changes about themselves; null leaves a field as it is, an empty last name or phone takes it away. */
public record ProfileChange(
        @Nullable @Size(min = 1, max = 64) @Pattern(regexp = ".*\\S.*") String firstName,

        @Nullable @Size(max = 64) String lastName,
        @Nullable @Pattern(regexp = "|\\+\\d{7,15}") String phone,
        @Nullable @Pattern(regexp = "ru|en") String language,
        @Nullable ZoneId timezone) {}
