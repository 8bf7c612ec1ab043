package ru.trenergram.calendars;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.scheduling.BookingStatus;

/**
 * Bookings as an iCalendar file. All of it follows from them, the stamps too, so that a feed is the same until one of
 * them changes. A booking keeps its UID for ever, and its version is the sequence.
 */
@Component
class FeedWriter {

    private static final String REFRESH = "PT1H";
    /** Not the address of an installation: it may move, and the bookings stay the same. */
    private static final String UID_SUFFIX = "@trenergram";

    private final MessageSource texts;

    FeedWriter(MessageSource texts) {
        this.texts = texts;
    }

    String write(List<FeedEvent> events, Locale language) {
        var file = new ICalendar();
        String name = text(language, "calendar.name");
        file.begin("VCALENDAR")
                .line("VERSION", "2.0")
                .line(
                        "PRODID",
                        "-//Trenergram//Calendar//" + language.getLanguage().toUpperCase(Locale.ROOT))
                .line("CALSCALE", "GREGORIAN")
                .text("NAME", name)
                .text("X-WR-CALNAME", name)
                .line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)
                .line("X-PUBLISHED-TTL", REFRESH);
        if (events.isEmpty()) {
            // a file without any component would be none (RFC 5545, 3.6)
            TimeZones.write(file, ZoneId.of("Etc/UTC"), Instant.EPOCH, Instant.EPOCH);
        }
        zones(file, events);
        events.forEach(event -> event(file, event, language));
        return file.end("VCALENDAR").toString();
    }

    private static void zones(ICalendar file, List<FeedEvent> events) {
        Map<String, List<FeedEvent>> byZone = events.stream()
                .filter(event -> !ICalendar.isUtc(event.zone()))
                .collect(Collectors.groupingBy(event -> event.zone().getId(), TreeMap::new, Collectors.toList()));
        byZone.forEach((zone, there) -> {
            Instant last = there.stream()
                    .map(FeedEvent::endsAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            TimeZones.write(file, ZoneId.of(zone), there.getFirst().startsAt(), last);
        });
    }

    private void event(ICalendar file, FeedEvent event, Locale language) {
        file.begin("VEVENT")
                .line("UID", event.id() + UID_SUFFIX)
                .line("SEQUENCE", Integer.toString(event.version()))
                .moment("DTSTAMP", event.changedAt())
                .moment("LAST-MODIFIED", event.changedAt())
                .moment("DTSTART", event.startsAt(), event.zone())
                .moment("DTEND", event.endsAt(), event.zone())
                .text("SUMMARY", summary(event, language))
                .text("DESCRIPTION", description(event, language))
                .line("STATUS", status(event.status()))
                .line("TRANSP", event.status() == BookingStatus.CANCELLED ? "TRANSPARENT" : "OPAQUE");
        if (event.place() != null) {
            file.text("LOCATION", event.place());
        }
        file.end("VEVENT");
    }

    /** Most calendars do not show what is tentative: the sign does. */
    private String summary(FeedEvent event, Locale language) {
        String summary =
                text(language, event.asTrainer() ? "calendar.with_client" : "calendar.with_trainer", event.with());
        return event.status() == BookingStatus.PENDING ? "◷ " + summary : summary;
    }

    private String description(FeedEvent event, Locale language) {
        String status = text(
                language,
                event.awaiting() == null
                        ? "booking.status." + event.status()
                        : "booking.status." + event.status() + "." + event.awaiting());
        return event.note() == null ? status : status + "\n" + event.note();
    }

    private static String status(BookingStatus status) {
        return switch (status) {
            case PENDING -> "TENTATIVE";
            case CONFIRMED, COMPLETED, NO_SHOW -> "CONFIRMED";
            case CANCELLED -> "CANCELLED";
        };
    }

    private String text(Locale language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
