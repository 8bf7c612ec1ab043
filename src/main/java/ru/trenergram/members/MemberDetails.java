package ru.trenergram.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.DomainException;

/** What a club writes down about a client. Blanks around texts are no part of them. */
public record MemberDetails(
        String name,
        @Nullable String phone,
        @Nullable LocalDate birthday,
        List<String> tags,
        @Nullable String note) {

    public static final int MAX_NAME = 128;
    public static final int MAX_NOTE = 4_000;
    public static final int MAX_TAG = 40;
    public static final int MAX_TAGS = 20;

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1900, 1, 1);

    public MemberDetails {
        name = name.strip();
        phone = blankToNull(phone);
        tags = united(List.of(), tags);
        note = blankToNull(note);
    }

    /**
     * The same with its phone as phones are kept.
     *
     * @throws DomainException {@code validation_failed}, for the field that is wrong
     */
    MemberDetails checked(LocalDate today) {
        requireText("name", name, MAX_NAME);
        if (name.isEmpty()) {
            throw DomainException.invalid("name", "required");
        }
        requireText("note", note, MAX_NOTE);
        if (tags.size() > MAX_TAGS) {
            throw DomainException.invalid("tags", "max", MAX_TAGS);
        }
        tags.forEach(tag -> requireText("tags", tag, MAX_TAG));
        if (birthday != null && !isBirthday(birthday, today)) {
            throw DomainException.invalid("birthday", "date_range");
        }
        String number = phone == null
                ? null
                : Phones.normal(phone).orElseThrow(() -> DomainException.invalid("phone", "invalid"));
        return new MemberDetails(name, number, birthday, tags, note);
    }

    static boolean isBirthday(LocalDate day, LocalDate today) {
        return !day.isBefore(FIRST_BIRTHDAY) && !day.isAfter(today);
    }

    /** All of them in the order in which they came; of two that differ in case only the first stays. */
    static List<String> united(List<String> some, List<String> others) {
        var seen = new java.util.HashSet<String>();
        return Stream.concat(some.stream(), others.stream())
                .map(String::strip)
                .filter(tag -> !tag.isEmpty() && seen.add(tag.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static void requireText(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw DomainException.invalid(field, "size", 0, longest);
        }
        if (text != null && text.indexOf('\0') >= 0) {
            throw DomainException.invalid(field, "invalid");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
