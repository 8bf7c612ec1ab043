package ru.trenergram.calendars;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An iCalendar file, line by line: escaped, folded and ended as RFC 5545 asks (3.1, 3.3.11). */
final class ICalendar {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MAX_OCTETS = 75;

    private final StringBuilder file = new StringBuilder();

    ICalendar begin(String component) {
        return line("BEGIN", component);
    }

    ICalendar end(String component) {
        return line("END", component);
    }

    /** A value that needs no escaping. */
    ICalendar line(String property, String value) {
        fold(property + ":" + value);
        return this;
    }

    /** What people have written. */
    ICalendar text(String property, String text) {
        return line(
                property,
                text.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replaceAll("\\R", "\\\\n")
                        .replaceAll("\\p{Cntrl}", ""));
    }

    ICalendar moment(String property, Instant moment) {
        return line(property, UTC.format(moment));
    }

    /** By the wall clock of nobody in particular. */
    ICalendar local(String property, LocalDateTime time) {
        return line(property, LOCAL.format(time));
    }

    /**
     * By the wall clock of a zone. An hour that comes twice would be read as the first of the two (RFC 5545, 3.3.5), so
     * the second is given in UTC; so is all time of UTC itself.
     */
    ICalendar moment(String property, Instant moment, ZoneId zone) {
        ZonedDateTime time = moment.atZone(zone);
        boolean second = !time.equals(time.withEarlierOffsetAtOverlap());
        return second || isUtc(zone)
                ? moment(property, moment)
                : local(property + ";TZID=" + parameter(zone.getId()), time.toLocalDateTime());
    }

    static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private static String parameter(String value) {
        return value.matches("[^:;,]*") ? value : "\"" + value + "\"";
    }

    /** No line is longer than 75 octets, and no character is torn apart. */
    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            String character = Character.toString(line.codePointAt(i));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > MAX_OCTETS) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(character);
            octets += more;
            i += character.length();
        }
        file.append("\r\n");
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
