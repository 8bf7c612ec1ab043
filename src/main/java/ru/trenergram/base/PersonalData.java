package ru.trenergram.base;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a module holds about people: for the copy that a person may have of it, and for their erasure (PRODUCT.md,
 * "Identity and roles"). Every module whose tables name people implements it.
 */
public interface PersonalData {

    /** The tables of the module that name people, by whatever column. A test looks for those that nobody names here. */
    Set<String> tables();

    /** Everything that is held about somebody: rows by the name of their list, each a column's name and its value. */
    Map<String, List<Map<String, @Nullable Object>>> of(Subject person);

    /**
     * Forgets somebody, in the transaction of the caller: words and links go, ids and sums stay. Done twice it does the
     * same.
     *
     * @throws DomainException when that cannot be, and says what must be done before
     */
    void erase(Subject person);

    /**
     * Why one account of a person cannot become a part of another one: what is neither moved nor may be lost. Empty when
     * nothing here is in the way.
     *
     * @return a word, of which {@code platform.merge.no.<word>} is the sentence
     */
    default Optional<String> hindersMerge(Subject from, Subject into) {
        return Optional.empty();
    }

    /**
     * Gives to one account of a person what the other one has, in the transaction of the caller; nothing was in the way.
     * What stays behind is erased afterwards.
     */
    default void move(Subject from, Subject into) {}

    /** Whose data. @param telegramId null for who has been erased */
    record Subject(
            long userId,
            @Nullable Long telegramId,
            String firstName,
            @Nullable String lastName,
            @Nullable String username,
            @Nullable String phone) {

        /** Without the name and the phone number where the other one has the same. */
        public Subject without(Subject other) {
            boolean namesakes = firstName.equals(other.firstName) && Objects.equals(lastName, other.lastName);
            return new Subject(
                    userId,
                    telegramId,
                    namesakes ? "" : firstName,
                    namesakes ? null : lastName,
                    username,
                    Objects.equals(phone, other.phone) ? null : phone);
        }

        /** What they may be recognised by where their id does not stand. */
        public List<String> names() {
            return Stream.of(
                            firstName,
                            lastName,
                            username,
                            phone == null ? null : phone.replace("+", ""),
                            phone == null ? null : Formats.phone(phone))
                    .filter(name -> name != null && !name.isBlank())
                    .toList();
        }
    }
}
