package ru.trenergram.subscriptions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.tariffs.Tariff;

/**
 * What a change of tariff would mean.
 *
 * @param atOnce whether the tariff would be in force at once; else with the next payment
 * @param paidUntilNow the last paid day, and {@code paidUntilThen} after the change; null for none
 * @param trainers how many the club has
 * @param over the names of those for whom the tariff has no place: with any, the change is refused
 * @param frozenNow the names of those who are frozen, and {@code frozenThen} after the change
 */
public record TariffPreview(
        Tariff tariff,
        boolean atOnce,
        @Nullable LocalDate paidUntilNow,
        @Nullable LocalDate paidUntilThen,
        int trainers,
        List<String> over,
        List<String> frozenNow,
        List<String> frozenThen) {

    public boolean isAllowed() {
        return over.isEmpty();
    }
}
