package ru.trenergram.members;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import ru.trenergram.analytics.ExportFile;
import ru.trenergram.analytics.ExportFile.Header;
import ru.trenergram.analytics.ExportFormat;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;

/** The list of a club's clients as a file, as it was filtered; read and written a page at a time. */
@Service
public class MemberExport {

    private static final int PART = 1_000;

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
        try (ExportFile file = format.open(out, texts, language)) {
            file.table(text("people.clients.title", language), headers(language));
            MemberRow last = null;
            List<MemberRow> part = list.page(staffId, clubId, filter, last, PART);
            while (!part.isEmpty()) {
                for (MemberRow row : part) {
                    file.row(cells(row, membership, language));
                }
                last = part.getLast();
                part = list.page(staffId, clubId, filter, last, PART);
            }
        }
    }

    private List<Header> headers(Locale language) {
        return List.of(
                new Header(text("people.name", language), 28),
                new Header(text("people.phone", language), 16),
                new Header(text("people.birthday", language), 14),
                new Header(text("people.tags", language), 24),
                new Header(text("people.note", language), 40),
                new Header(text("people.consent", language), 12),
                new Header(text("people.clients.visits", language), 12),
                new Header(text("people.clients.last", language), 16),
                new Header(text("people.clients.debt", language), 12));
    }

    private List<@Nullable Object> cells(MemberRow row, Membership membership, Locale language) {
        Member member = row.member();
        Member.Consent consent = member.consent();
        LocalDate lastVisit = row.lastVisitAt() == null
                ? null
                : LocalDate.ofInstant(row.lastVisitAt(), membership.club().timezone());
        return Arrays.asList(
                member.name(),
                member.phone(),
                member.birthday(),
                String.join(", ", member.tags()),
                member.note(),
                consent == null ? null : text(consent.given() ? "people.yes" : "people.no", language),
                row.visits(),
                lastVisit,
                row.debt() == null ? null : BigDecimal.valueOf(row.debt().amount(), 2));
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
