package ru.trenergram.base;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was true of something, field by field, as the audit compares it. A field without a value is absent.
 *
 * @param fields by their names in the API
 */
public record Facts(Map<String, Object> fields) {

    private static final Facts NONE = new Facts(Map.of());

    /** What somebody wrote in their own words: the audit keeps that it changed, never what it says. */
    public record Words(String text) {}

    /** Of what was not there before, or is not any more. */
    public static Facts none() {
        return NONE;
    }

    public Facts with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new TreeMap<>(fields);
        more.put(field, value);
        return new Facts(Collections.unmodifiableMap(more));
    }

    public Facts words(String field, @Nullable String text) {
        return with(field, text == null ? null : new Words(text));
    }

    /** Those that are not the same among the others. */
    Facts without(Facts others) {
        Map<String, Object> different = new TreeMap<>(fields);
        different.entrySet().removeIf(field -> field.getValue().equals(others.fields.get(field.getKey())));
        return new Facts(Collections.unmodifiableMap(different));
    }
}
