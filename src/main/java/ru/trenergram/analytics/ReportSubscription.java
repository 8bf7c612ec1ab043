package ru.trenergram.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import ru.trenergram.base.export.ExportFormat;

/**
 * A report that the staff bot sends to somebody again and again.
 *
 * @param at in the club's zone
 * @param nextDay on which the next one goes out
 */
public record ReportSubscription(
        long id,
        long clubId,
        long userId,
        ClubReport report,
        Every every,
        LocalTime at,
        ExportFormat format,
        LocalDate nextDay) {

    /** How often. */
    public enum Every {
        /** On Mondays, about Monday to Sunday. */
        WEEK {
            @Override
            LocalDate after(LocalDate day) {
                return day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            }

            @Override
            LocalDate before(LocalDate due) {
                return due.minusWeeks(1);
            }
        },
        /** On the first, about the month before. */
        MONTH {
            @Override
            LocalDate after(LocalDate day) {
                return day.with(TemporalAdjusters.firstDayOfNextMonth());
            }

            @Override
            LocalDate before(LocalDate due) {
                return due.minusMonths(1);
            }
        };

        /** The first day after one on which reports go out. */
        abstract LocalDate after(LocalDate day);

        /** The first day of what a report that goes out on a day is about. */
        abstract LocalDate before(LocalDate due);

        /** The key of its name in the message bundles. */
        public String messageKey() {
            return "reports.every." + name();
        }
    }

    /** The first day of what the next one is about. */
    LocalDate from() {
        return every.before(nextDay);
    }

    /** The last day, included. */
    LocalDate to() {
        return nextDay.minusDays(1);
    }
}
