package ru.trenergram.members;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
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

/** The list of a club's clients as a file, as it was filtered; read and written a page at a time. */
@Service
public class MemberExport {

    private final StaffMembers staff;
    private final MemberList list;
    private final MessageSource texts;

    MemberExport(StaffMembers staff, MemberList list, MessageSource texts) {
        this.staff = staff;
        this.list = list;
        this.texts = texts;
    }

    /**
     * Writes the file; the stream is closed with it.
     *
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} for roles that take nothing away
     */
    public void write(
            long staffId, long clubId, MemberFilter filter, ExportFormat format, Locale language, OutputStream out)
            throws IOException {
        Membership membership = staff.panelMembership(staffId, clubId);
        if (!membership.role().exports()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        table(membership.club().timezone(), language)
                .write(
                        format.open(out, texts, language),
                        (last, limit) -> list.page(staffId, clubId, filter, last, limit));
    }

    private Table<MemberRow> table(ZoneId zone, Locale language) {
        return new Table<>(
                text("people.clients.title", language),
                List.of(
                        column("people.name", 28, language, row -> row.member().name()),
                        column("people.phone", 16, language, row -> row.member().phone()),
                        column(
                                "people.birthday",
                                14,
                                language,
                                row -> row.member().birthday()),
                        column(
                                "people.tags",
                                24,
                                language,
                                row -> String.join(", ", row.member().tags())),
                        column("people.note", 40, language, row -> row.member().note()),
                        column("people.consent", 12, language, row -> consent(row.member(), language)),
                        column("people.clients.visits", 12, language, MemberRow::visits),
                        column("people.clients.last", 16, language, row -> lastVisit(row, zone)),
                        column("people.clients.debt", 12, language, MemberExport::debt)));
    }

    private Column<MemberRow> column(
            String key, int width, Locale language, Function<MemberRow, @Nullable Object> cell) {
        return new Column<>(text(key, language), width, cell);
    }

    private @Nullable String consent(Member member, Locale language) {
        Member.Consent consent = member.consent();
        return consent == null ? null : text(consent.given() ? "people.yes" : "people.no", language);
    }

    private static @Nullable LocalDate lastVisit(MemberRow row, ZoneId zone) {
        return row.lastVisitAt() == null ? null : LocalDate.ofInstant(row.lastVisitAt(), zone);
    }

    private static @Nullable BigDecimal debt(MemberRow row) {
        return row.debt() == null ? null : BigDecimal.valueOf(row.debt().amount(), 2);
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
