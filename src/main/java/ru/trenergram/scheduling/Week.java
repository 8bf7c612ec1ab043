package ru.trenergram.scheduling;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import ru.trenergram.base.Facts;

/**
 * A trainer's weekly working hours.
 *
 * @param rules in the order of the week
 * @param version of all of them together
 */
public record Week(List<Rule> rules, int version) {

    public record Rule(long id, Hours hours) {}

    List<Hours> hours() {
        return rules.stream().map(Rule::hours).toList();
    }

    /** Each weekday's hours, for the audit. */
    Facts facts() {
        Facts facts = Facts.none();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<String> hours = hours().stream()
                    .filter(some -> some.weekday() == day)
                    .map(Hours::written)
                    .toList();
            facts = facts.with(day.name().toLowerCase(Locale.ROOT), hours.isEmpty() ? null : hours);
        }
        return facts;
    }
}
