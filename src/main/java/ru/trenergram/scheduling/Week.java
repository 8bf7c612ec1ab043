package ru.trenergram.scheduling;

import java.util.List;

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
}
