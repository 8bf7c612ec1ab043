package ru.trenergram.calendars;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules of a zone as far as some time reaches, out of the JDK's own: so that a calendar application which does not
 * know the zone comes to the moments that we mean. What comes back every year is said as a rule, since not all of them
 * understand a list of changes (Outlook for one).
 */
final class TimeZones {

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final int YEARS_OF_A_RULE = 20;

    private final ICalendar file;
    private final ZoneRules rules;
    private final Set<String> said = new HashSet<>();

    private TimeZones(ICalendar file, ZoneRules rules) {
        this.file = file;
        this.rules = rules;
    }

    static void write(ICalendar file, ZoneId zone, Instant from, Instant to) {
        file.begin("VTIMEZONE").line("TZID", zone.getId());
        new TimeZones(file, zone.getRules()).write(from, to);
        file.end("VTIMEZONE");
    }

    private void write(Instant from, Instant to) {
        ZoneOffsetTransition before = rules.previousTransition(from.plusSeconds(1));
        if (before == null) {
            ZoneOffset offset = rules.getOffset(from);
            observance("STANDARD", EVER, offset, offset, Optional.empty());
        } else {
            transition(before);
        }
        // a whole year at least: of two rules that take turns both are needed
        Instant end = Stream.of(to, from.plus(366, ChronoUnit.DAYS))
                .max(Instant::compareTo)
                .orElseThrow();
        for (ZoneOffsetTransition next = rules.nextTransition(from);
                next != null && next.getInstant().isBefore(end);
                next = rules.nextTransition(next.getInstant())) {
            transition(next);
        }
    }

    private void transition(ZoneOffsetTransition transition) {
        Optional<String> yearly = yearly(transition);
        if (yearly.isPresent() && !said.add(yearly.get())) {
            return;
        }
        observance(
                rules.isDaylightSavings(transition.getInstant()) ? "DAYLIGHT" : "STANDARD",
                transition.getDateTimeBefore(),
                transition.getOffsetBefore(),
                transition.getOffsetAfter(),
                yearly);
    }

    private void observance(
            String kind, LocalDateTime onset, ZoneOffset from, ZoneOffset to, Optional<String> recurrence) {
        file.begin(kind)
                .local("DTSTART", onset)
                .line("TZOFFSETFROM", offset(from))
                .line("TZOFFSETTO", offset(to));
        recurrence.ifPresent(rule -> file.line("RRULE", rule));
        file.end(kind);
    }

    /** “The last Sunday of March”, if that is when it comes every year; found by looking. */
    private Optional<String> yearly(ZoneOffsetTransition first) {
        LocalDateTime onset = first.getDateTimeBefore();
        DayOfWeek day = onset.getDayOfWeek();
        int week = (onset.getDayOfMonth() - 1) / 7 + 1;
        return Stream.of(-1, week)
                .filter(ordinal -> IntStream.range(0, YEARS_OF_A_RULE)
                        .allMatch(years -> repeats(
                                first, onset.plusYears(years).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day)))))
                .findFirst()
                .map(ordinal -> "FREQ=YEARLY;BYMONTH=" + onset.getMonthValue() + ";BYDAY=" + ordinal
                        + day.name().substring(0, 2));
    }

    private boolean repeats(ZoneOffsetTransition first, LocalDateTime onset) {
        Instant moment = onset.toInstant(first.getOffsetBefore());
        ZoneOffsetTransition there = rules.nextTransition(moment.minusSeconds(1));
        return there != null
                && there.getInstant().equals(moment)
                && there.getOffsetAfter().equals(first.getOffsetAfter());
    }

    /** “+0330”. */
    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
    }
}
