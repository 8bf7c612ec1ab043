package ru.trenergram.notifications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.CityZones;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.users.UserInfo;

/** Moments as a message writes them: in the trainer's zone, and by the recipient's clock where that shows another hour. */
@Component
class SessionTimes {

    private final MessageSource texts;

    SessionTimes(MessageSource texts) {
        this.texts = texts;
    }

    /** “ср, 2 дек., 10:00–11:00”. */
    String when(BookingInfo booking, UserInfo recipient) {
        ZoneId zone = booking.zone();
        Instant start = booking.startsAt();
        return moment(start, time(start, zone) + "–" + time(booking.endsAt(), zone), zone, recipient);
    }

    /** “ср, 2 дек., 10:00”. */
    String moment(Instant moment, ZoneId zone, UserInfo recipient) {
        return moment(moment, time(moment, zone), zone, recipient);
    }

    private String moment(Instant moment, String span, ZoneId zone, UserInfo recipient) {
        Locale locale = recipient.language();
        ZoneId theirs = zoneOf(recipient, zone);
        String day = day(moment, zone, locale);
        if (zone.getRules().getOffset(moment).equals(theirs.getRules().getOffset(moment))) {
            return day + ", " + span;
        }
        String theirDay = day(moment, theirs, locale);
        String theirTime = theirDay.equals(day) ? time(moment, theirs) : theirDay + ", " + time(moment, theirs);
        Object[] arguments = {day, span, CityZones.name(zone, locale), theirTime};
        return texts.getMessage("booking.two_zones", arguments, locale);
    }

    private static String day(Instant moment, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE, d MMM", locale).withZone(zone).format(moment);
    }

    /** What somebody's Mini App reports; until then the trainer's. */
    static ZoneId zoneOf(UserInfo user, ZoneId trainers) {
        return user.timezone() == null ? trainers : user.timezone();
    }

    private static String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone).format(moment);
    }
}
