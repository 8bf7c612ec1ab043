package ru.trenergram.scheduling;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.export.ExportFormat;
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
        table(membership.club().timezone(), language)
                .write(
                        format.open(out, texts, language),
                        (last, limit) -> search.page(staffId, clubId, wanted, newestFirst, key(last), limit));
    }

    private static @Nullable BookingKey key(@Nullable BookingRow row) {
        return row == null
                ? null
                : new BookingKey(row.booking().startsAt(), row.booking().id());
    }

    /** @param zone the club's, in which the times are */
    private Table<BookingRow> table(ZoneId zone, Locale language) {
        return new Table<>(
                text("desk.bookings.title", language),
                List.of(
                        column(
                                "desk.field.when",
                                18,
                                language,
                                booking -> LocalDateTime.ofInstant(booking.startsAt(), zone)),
                        column("desk.field.minutes", 14, language, BookingExport::minutes),
                        column("desk.field.trainer", 26, language, ClubBooking::trainerName),
                        column("desk.field.client", 26, language, ClubBooking::clientName),
                        new Column<>(text("desk.field.phone", language), 16, BookingRow::clientPhone),
                        column("desk.field.location", 26, language, ClubBooking::locationName),
                        column("panel.today.status", 24, language, booking -> status(booking, language)),
                        column(
                                "desk.field.price",
                                12,
                                language,
                                booking -> BigDecimal.valueOf(booking.price().amount(), 2))));
    }

    private Column<BookingRow> column(
            String key, int width, Locale language, Function<ClubBooking, @Nullable Object> cell) {
        return new Column<>(text(key, language), width, row -> cell.apply(row.booking()));
    }

    private static long minutes(ClubBooking booking) {
        return Duration.between(booking.startsAt(), booking.endsAt()).toMinutes();
    }

    private String status(ClubBooking booking, Locale language) {
        return text(booking.status().messageKey(booking.awaiting()), language);
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
