package ru.trenergram.scheduling.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.ClubBooking;
import ru.trenergram.scheduling.ClubCalendar.Busy;
import ru.trenergram.scheduling.ClubCalendar.Day;
import ru.trenergram.scheduling.ClubCalendar.Entry;
import ru.trenergram.scheduling.ClubCalendar.Row;
import ru.trenergram.scheduling.ClubCalendar.Session;
import ru.trenergram.scheduling.Span;

/**
 * Writes the calendar as HTML, a piece a trainer's day: components for the thousand sessions of a large club's week
 * would take the browser seconds, and the session's memory.
 */
final class BoardWriter {

    private static final int DAY = 24 * 60;

    private static final String AXIS = IntStream.range(1, 24)
            .mapToObj(hour -> "<span style=\"--from:%d\">%02d:00</span>".formatted(hour * 60, hour))
            .collect(Collectors.joining());

    private final Locale locale;
    private final ZoneId zone;
    private final LocalDate today;
    private final @Nullable UUID open;
    private final boolean movable;
    private final DateTimeFormatter clock;

    /**
     * @param zone the club's
     * @param open the booking that is marked, or null
     * @param movable whether the reader may move bookings
     */
    BoardWriter(Locale locale, ZoneId zone, LocalDate today, @Nullable UUID open, boolean movable) {
        this.locale = locale;
        this.zone = zone;
        this.today = today;
        this.open = open;
        this.movable = movable;
        this.clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    /** Columns with the hours of a day: of several trainers, or the days of one. */
    List<BoardPiece> hours(List<Row> rows) {
        List<BoardPiece> pieces = new ArrayList<>();
        pieces.add(new BoardPiece("cal-corner", null, null, ""));
        boolean oneTrainer = rows.size() == 1 && rows.getFirst().days().size() > 1;
        rows.forEach(row -> row.days()
                .forEach(day -> pieces.add(
                        oneTrainer ? BoardPiece.head(dayHead(day.date())) : BoardPiece.head(trainerHead(row)))));
        pieces.add(new BoardPiece("cal-axis", null, null, AXIS));
        rows.forEach(row -> row.days().forEach(day -> pieces.add(cell("cal-hours", row, day, hoursOf(day)))));
        return pieces;
    }

    /** A line a trainer, a column a day. */
    List<BoardPiece> matrix(List<Row> rows) {
        List<BoardPiece> pieces = new ArrayList<>();
        pieces.add(new BoardPiece("cal-corner", null, null, ""));
        rows.getFirst().days().forEach(day -> pieces.add(BoardPiece.head(dayHead(day.date()))));
        rows.forEach(row -> {
            pieces.add(new BoardPiece("cal-name", row.trainer().telegramId(), null, trainerHead(row)));
            row.days().forEach(day -> pieces.add(cell("cal-list", row, day, listOf(day))));
        });
        return pieces;
    }

    private BoardPiece cell(String kind, Row row, Day day, String html) {
        String off = day.working().isEmpty() ? " cal-off-day" : "";
        String now = day.date().equals(today) ? " cal-today" : "";
        return new BoardPiece("cal-cell " + kind + off + now, row.trainer().telegramId(), day.date(), html);
    }

    private String trainerHead(Row row) {
        return "<strong>" + escaped(row.trainer().person().fullName()) + "</strong>";
    }

    private String dayHead(LocalDate date) {
        String mark = date.equals(today) ? " class=\"cal-head-today\"" : "";
        return "<strong%s>%s</strong>"
                .formatted(
                        mark, DateTimeFormatter.ofPattern("EEE, d MMM", locale).format(date));
    }

    private String hoursOf(Day day) {
        var html = new StringBuilder();
        int free = 0;
        for (Span working : day.working()) {
            off(html, free, minute(working.startsAt(), day.date()));
            free = minute(working.endsAt(), day.date());
        }
        off(html, free, DAY);
        day.entries()
                .forEach(entry -> html.append(
                        switch (entry) {
                            case Session session ->
                                button("cal-session", session.booking(), place(entry, day.date()), true);
                            case Busy busy ->
                                "<div class=\"cal-busy\" style=\"%s\">%s %s</div>"
                                        .formatted(
                                                place(entry, day.date()),
                                                times(entry.time()),
                                                word("desk.calendar.busy"));
                        }));
        return html.toString();
    }

    private static void off(StringBuilder html, int from, int to) {
        if (from < to) {
            html.append("<div class=\"cal-off\" style=\"")
                    .append(place(from, to))
                    .append("\"></div>");
        }
    }

    private String listOf(Day day) {
        var html = new StringBuilder();
        if (day.working().isEmpty()) {
            html.append("<span class=\"cal-note\">%s</span>".formatted(word("desk.calendar.off")));
        }
        day.entries()
                .forEach(entry -> html.append(
                        switch (entry) {
                            case Session session -> button("cal-chip", session.booking(), "", false);
                            case Busy busy ->
                                "<div class=\"cal-busy-chip\">%s %s</div>"
                                        .formatted(times(entry.time()), word("desk.calendar.busy"));
                        }));
        return html.toString();
    }

    private String button(String kind, ClubBooking booking, String style, boolean withPlace) {
        Token token = Badges.token(booking.status());
        boolean moves =
                movable && (booking.status() == BookingStatus.PENDING || booking.status() == BookingStatus.CONFIRMED);
        String marked = booking.id().equals(open) ? " cal-open" : "";
        String length = moves ? " data-moves data-len=\"" + minutes(booking) + "\"" : "";
        String times =
                withPlace ? times(new Span(booking.startsAt(), booking.endsAt())) : clock.format(booking.startsAt());
        String place = withPlace ? "<small>" + escaped(booking.locationName()) + "</small>" : "";
        String status = Badges.word(booking.status(), booking.awaiting(), locale);
        // not formatted: hundreds of them are written at every click
        return "<button type=\"button\" class=\"" + kind + " " + token.className() + marked + "\" data-id=\""
                + booking.id()
                + "\" data-version=\"" + booking.version() + "\"" + length + " style=\"" + style + "\">"
                + "<span class=\"cal-line\"><span class=\"status-sign\" aria-hidden=\"true\">" + token.sign()
                + "</span> <b>"
                + times + "</b> <span class=\"cal-who\">" + escaped(booking.clientName()) + "</span></span>" + place
                + "<span class=\"cal-spoken\">" + escaped(booking.trainerName()) + ", " + status + "</span></button>";
    }

    private String place(Entry entry, LocalDate date) {
        return place(minute(entry.time().startsAt(), date), minute(entry.time().endsAt(), date));
    }

    private static String place(int from, int to) {
        return "--from:" + from + ";--len:" + (to - from);
    }

    /** By the clock on the club's wall, within the day. */
    private int minute(java.time.Instant moment, LocalDate date) {
        LocalDate local = LocalDate.ofInstant(moment, zone);
        if (local.isBefore(date)) {
            return 0;
        }
        return local.isAfter(date) ? DAY : LocalTime.ofInstant(moment, zone).toSecondOfDay() / 60;
    }

    private String times(Span time) {
        return Formats.span(
                time.startsAt(),
                Math.toIntExact(Duration.between(time.startsAt(), time.endsAt()).toMinutes()),
                zone);
    }

    private static long minutes(ClubBooking booking) {
        return Duration.between(booking.startsAt(), booking.endsAt()).toMinutes();
    }

    private String word(String key) {
        return escaped(I18NProvider.translate(locale, key));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
