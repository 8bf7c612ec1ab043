package ru.trenergram.tariffs;

import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * What a club pays the platform for.
 *
 * @param code which never changes
 * @param retired no club can choose it any more; those who have it keep it
 * @param version of its last edit
 */
public record Tariff(String code, Terms terms, boolean retired, int version) {

    /** What a club falls to when it does not pay: it costs nothing, and is always there. */
    public static final String FREE = "FREE";

    /**
     * What a super-admin edits.
     *
     * @param price a month
     * @param trainerLimit how many trainers a club may have; null for no limit
     */
    public record Terms(
            String nameRu,
            String nameEn,
            Money price,
            @Nullable Integer trainerLimit) {}

    public String name(Locale locale) {
        return locale.getLanguage().equals("ru") ? terms.nameRu : terms.nameEn;
    }

    public Money price() {
        return terms.price;
    }

    public OptionalInt trainerLimit() {
        return terms.trainerLimit == null ? OptionalInt.empty() : OptionalInt.of(terms.trainerLimit);
    }

    public boolean isFree() {
        return terms.price.amount() == 0;
    }

    /** Whether so many trainers have room in it. */
    public boolean holds(int trainers) {
        return terms.trainerLimit == null || trainers <= terms.trainerLimit;
    }
}
