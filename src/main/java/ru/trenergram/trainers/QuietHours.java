package ru.trenergram.trainers;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The hours of a day in which a trainer's clients are not to be disturbed (PRODUCT.md, "Reminders"), by the clock on the
 * recipient's wall. They may go over midnight; when both are the same time there are none.
 *
 * @param to the first moment that is no longer quiet
 */
@Embeddable
public record QuietHours(
        @Column(name = "quiet_from") @Convert(converter = MinuteOfDay.class)
        LocalTime from,

        @Column(name = "quiet_to") @Convert(converter = MinuteOfDay.class)
        LocalTime to) {

    public static final QuietHours DEFAULT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

    /** @param zone the recipient's */
    public boolean isQuiet(Instant moment, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(moment, zone);
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isAfter(to) ? begun || !over : begun && !over;
    }

    /**
     * The moment itself, unless it is quiet: then when that ends.
     *
     * @param zone the recipient's
     */
    public Instant orEnd(Instant moment, ZoneId zone) {
        if (!isQuiet(moment, zone)) {
            return moment;
        }
        ZonedDateTime there = moment.atZone(zone);
        boolean today = there.toLocalTime().isBefore(to);
        LocalDateTime end = there.toLocalDate().plusDays(today ? 0 : 1).atTime(to);
        ZoneOffsetTransition change = zone.getRules().getTransition(end);
        // an end that the clocks leave out comes as they jump; of one that comes twice it is the next
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.ofLocal(end, zone, there.getOffset()).toInstant();
    }
}
