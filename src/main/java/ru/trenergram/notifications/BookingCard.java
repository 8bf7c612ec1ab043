package ru.trenergram.notifications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Formats;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.Location;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.Side;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.users.UserInfo;

/** A booking in a chat, always in the same order: what, when, where, with whom, status, price (LOOK.md, "Bots"). */
@Component
class BookingCard {

    private final Clubs clubs;
    private final MessageSource texts;

    BookingCard(Clubs clubs, MessageSource texts) {
        this.clubs = clubs;
        this.texts = texts;
    }

    /**
     * @param key of the headline
     * @param from when it started before it was moved; null when it was not
     * @param recipient in whose language it is written, and whose zone is named where it differs from the trainer's
     * @param other the person on the other side
     */
    String text(String key, BookingInfo booking, @Nullable Instant from, UserInfo recipient, UserInfo other) {
        Locale locale = recipient.language();
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + texts.getMessage(key, null, locale) + "</b>");
        lines.add(when(booking, recipient));
        if (from != null) {
            lines.add(texts.getMessage("booking.was", new Object[] {moment(from, booking.zone(), recipient)}, locale));
        }
        where(booking).map(Message::escape).ifPresent(lines::add);
        lines.add(texts.getMessage(
                "booking.with", new Object[] {Message.escape(other.person().fullName())}, locale));
        if (booking.cancelReason() != null) {
            lines.add(
                    texts.getMessage("booking.reason", new Object[] {Message.escape(reason(booking, locale))}, locale));
        }
        String status = texts.getMessage(
                "booking.status." + booking.status() + (booking.awaiting() == null ? "" : "." + booking.awaiting()),
                null,
                locale);
        lines.add(status + " · " + Formats.money(booking.price(), locale));
        return String.join("\n", lines);
    }

    String openLabel(Locale locale) {
        return texts.getMessage("booking.open", null, locale);
    }

    /** A person's words as they are; the system gives a code. */
    private String reason(BookingInfo booking, Locale locale) {
        String reason = Objects.requireNonNull(booking.cancelReason());
        if (booking.cancelledBy() != Side.SYSTEM) {
            return reason;
        }
        return switch (reason) {
            case "not_accepted" -> texts.getMessage("booking.reason.not_accepted", null, locale);
            case "unanswered" -> texts.getMessage("booking.reason.unanswered", null, locale);
            case "no_answer" -> texts.getMessage("booking.reason.no_answer", null, locale);
            default -> reason;
        };
    }

    /** “ср, 2 дек., 10:00–11:00”; where the recipient's clock shows another hour, that one too. */
    String when(BookingInfo booking, UserInfo recipient) {
        ZoneId zone = booking.zone();
        Instant start = booking.startsAt();
        return moment(start, time(start, zone) + "–" + time(booking.endsAt(), zone), zone, recipient);
    }

    private String moment(Instant start, ZoneId zone, UserInfo recipient) {
        return moment(start, time(start, zone), zone, recipient);
    }

    private String moment(Instant start, String span, ZoneId zone, UserInfo recipient) {
        Locale locale = recipient.language();
        ZoneId theirs = recipient.timezone() == null ? zone : recipient.timezone();
        String day =
                DateTimeFormatter.ofPattern("EEE, d MMM", locale).withZone(zone).format(start);
        if (zone.getRules().getOffset(start).equals(theirs.getRules().getOffset(start))) {
            return day + ", " + span;
        }
        Object[] arguments = {day, span, zone.getDisplayName(TextStyle.FULL_STANDALONE, locale), time(start, theirs)};
        return texts.getMessage("booking.two_zones", arguments, locale);
    }

    private Optional<String> where(BookingInfo booking) {
        if (booking.locationId() == null) {
            return Optional.empty();
        }
        Map<Long, Location> found = clubs.locations(List.of(booking.locationId()));
        return Optional.ofNullable(found.get(booking.locationId()))
                .map(location -> location.name() + ", " + location.address());
    }

    private static String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone).format(moment);
    }
}
