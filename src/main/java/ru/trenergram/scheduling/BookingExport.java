package ru.trenergram.scheduling;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.export.ExportWords;
import ru.trenergram.base.export.Table;
import ru.trenergram.base.export.Table.Column;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.scheduling.BookingSearch.Wanted;
import ru.trenergram.scheduling.ClubDesk.BookingRow;

/** The bookings of a club as a file, as they were filtered and ordered. */
@Service
public class BookingExport {

    private final StaffMembers staff;
    private final BookingSearch search;
    private final MessageSource texts;

    BookingExport(StaffMembers staff, BookingSearch search, MessageSource texts) {
        this.staff = staff;
        this.search = search;
        this.texts = texts;
    }

    /**
     * Writes the file; the stream is closed with it.
     *
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} for roles that take nothing away
     */
    public void write(
            long staffId,
            long clubId,
            Wanted wanted,
            boolean newestFirst,
            ExportFormat format,
            Locale language,
            OutputStream out)
            throws IOException {
        Membership membership = staff.panelMembership(staffId, clubId);
        if (!membership.role().exports()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        var words = new ExportWords(texts, language);
        table(membership.club().timezone(), words)
                .write(
                        format,
                        out,
                        words,
                        (last, limit) -> search.page(staffId, clubId, wanted, newestFirst, key(last), limit));
    }

    private static @Nullable BookingKey key(@Nullable BookingRow row) {
        return row == null
                ? null
                : new BookingKey(row.booking().startsAt(), row.booking().id());
    }

    /** @param zone the club's, in which the times are */
    private Table<BookingRow> table(ZoneId zone, ExportWords words) {
        return new Table<>(
                "desk.bookings.title",
                List.of(
                        new Column<>(
                                "desk.field.when",
                                18,
                                row -> LocalDateTime.ofInstant(row.booking().startsAt(), zone)),
                        new Column<>("desk.field.minutes", 14, row -> minutes(row.booking())),
                        new Column<>(
                                "desk.field.trainer", 26, row -> row.booking().trainerName()),
                        new Column<>(
                                "desk.field.client", 26, row -> row.booking().clientName()),
                        new Column<>("desk.field.phone", 16, BookingRow::clientPhone),
                        new Column<>(
                                "desk.field.location", 26, row -> row.booking().locationName()),
                        new Column<>("panel.today.status", 24, row -> status(row.booking(), words)),
                        new Column<>(
                                "desk.field.price",
                                12,
                                row -> BigDecimal.valueOf(row.booking().price().amount(), 2))));
    }

    private static long minutes(ClubBooking booking) {
        return Duration.between(booking.startsAt(), booking.endsAt()).toMinutes();
    }

    private static String status(ClubBooking booking, ExportWords words) {
        return words.of(booking.status().messageKey(booking.awaiting()));
    }
}
