package ru.trenergram.base;

import org.jspecify.annotations.Nullable;

/** The version that an edit has seen (API.md, "Versions"). */
public final class Versions {

    private Versions() {}

    /** As an {@code ETag}. */
    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that an edit names in its body or address, or as {@code If-Match}.
     *
     * @throws DomainException {@code validation_failed} when neither is there, or they differ
     */
    public static int named(@Nullable Integer version, @Nullable String ifMatch) {
        Integer named = namedIfAny(version, ifMatch);
        if (named == null) {
            throw DomainException.invalid("version", "required");
        }
        return named;
    }

    /**
     * Like {@link #named}, for an edit that need not name any.
     *
     * @throws DomainException {@code validation_failed} when the two differ
     */
    public static @Nullable Integer namedIfAny(@Nullable Integer version, @Nullable String ifMatch) {
        if (ifMatch == null) {
            return version;
        }
        int matched = matched(ifMatch);
        if (version != null && version != matched) {
            throw DomainException.invalid("version", "invalid");
        }
        return matched;
    }

    private static int matched(String ifMatch) {
        try {
            return Integer.parseInt(ifMatch.strip().replaceFirst("^W/", "").replaceFirst("^\"(.*)\"$", "$1"));
        } catch (NumberFormatException unreadable) {
            throw DomainException.invalid("version", "type");
        }
    }
}
