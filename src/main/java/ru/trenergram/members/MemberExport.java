package ru.trenergram.members;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
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
        var words = new ExportWords(texts, language);
        table(membership.club().timezone(), words)
                .write(format, out, words, (last, limit) -> list.page(staffId, clubId, filter, last, limit));
    }

    private Table<MemberRow> table(ZoneId zone, ExportWords words) {
        return new Table<>(
                "people.clients.title",
                List.of(
                        new Column<>("people.name", 28, row -> row.member().name()),
                        new Column<>("people.phone", 16, row -> row.member().phone()),
                        new Column<>("people.birthday", 14, row -> row.member().birthday()),
                        new Column<>(
                                "people.tags",
                                24,
                                row -> String.join(", ", row.member().tags())),
                        new Column<>("people.note", 40, row -> row.member().note()),
                        new Column<>("people.consent", 12, row -> consent(row.member(), words)),
                        new Column<>("people.clients.visits", 12, MemberRow::visits),
                        new Column<>("people.clients.last", 16, row -> lastVisit(row, zone)),
                        new Column<>("people.clients.debt", 12, MemberExport::debt)));
    }

    private static @Nullable String consent(Member member, ExportWords words) {
        Member.Consent consent = member.consent();
        return consent == null ? null : words.of(consent.given() ? "people.yes" : "people.no");
    }

    private static @Nullable LocalDate lastVisit(MemberRow row, ZoneId zone) {
        return row.lastVisitAt() == null ? null : LocalDate.ofInstant(row.lastVisitAt(), zone);
    }

    private static @Nullable BigDecimal debt(MemberRow row) {
        return row.debt() == null ? null : BigDecimal.valueOf(row.debt().amount(), 2);
    }
}
