package ru.trenergram.calendars;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The rules of a zone as far as some time reaches, out of the JDK's own: so that a calendar application which does not
 * know the zone comes to the moments that we mean.
 */
final class TimeZones {

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    private TimeZones() {}

    static void write(ICalendar file, ZoneId zone, Instant from, Instant to) {
        ZoneRules rules = zone.getRules();
        file.begin("VTIMEZONE").line("TZID", zone.getId());
        ZoneOffsetTransition before = rules.previousTransition(from.plusSeconds(1));
        if (before == null) {
            ZoneOffset offset = rules.getOffset(from);
            observance(file, "STANDARD", EVER, offset, offset);
        } else {
            transition(file, rules, before);
        }
        for (ZoneOffsetTransition next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(to);
                next = rules.nextTransition(next.getInstant())) {
            transition(file, rules, next);
        }
        file.end("VTIMEZONE");
    }

    private static void transition(ICalendar file, ZoneRules rules, ZoneOffsetTransition transition) {
        boolean daylight = rules.isDaylightSavings(transition.getInstant());
        observance(
                file,
                daylight ? "DAYLIGHT" : "STANDARD",
                transition.getDateTimeBefore(),
                transition.getOffsetBefore(),
                transition.getOffsetAfter());
    }

    private static void observance(ICalendar file, String kind, LocalDateTime onset, ZoneOffset from, ZoneOffset to) {
        file.begin(kind)
                .local("DTSTART", onset)
                .line("TZOFFSETFROM", offset(from))
                .line("TZOFFSETTO", offset(to))
                .end(kind);
    }

    /** “+0330”. */
    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
    }
}
