package ru.trenergram.clubs;

import java.time.DayOfWeek;
import java.util.Map;
import ru.trenergram.base.Facts;

/**
 * A location as the club's staff edit it.
 *
 * @param hours when it is open; days on which it is not are absent
 * @param closed takes no bookings any more
 */
public record ClubLocation(
        long id, String name, String address, Map<DayOfWeek, OpeningHours> hours, boolean closed, int version) {

    Facts facts() {
        Facts facts = Facts.none().with("name", name).with("address", address).with("closed", closed);
        for (var day : hours.entrySet()) {
            facts = facts.with(
                    "hours_" + day.getKey().name().toLowerCase(java.util.Locale.ROOT),
                    day.getValue().written());
        }
        return facts;
    }
}
