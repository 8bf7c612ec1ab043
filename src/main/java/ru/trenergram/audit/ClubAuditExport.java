package ru.trenergram.audit;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import ru.trenergram.audit.ClubAudit.Step;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.export.ExportWords;
import ru.trenergram.base.export.Table;
import ru.trenergram.base.export.Table.Column;
import ru.trenergram.clubs.Membership;

/** A club's audit as a file, as it was filtered. */
@Service
public class ClubAuditExport {

    private final ClubAudit audit;
    private final AuditWords words;
    private final MessageSource texts;

    ClubAuditExport(ClubAudit audit, AuditWords words, MessageSource texts) {
        this.audit = audit;
        this.words = words;
        this.texts = texts;
    }

    /**
     * Writes the file; the stream is closed with it.
     *
     * @throws ru.trenergram.base.DomainException as {@link ClubAudit#membership}: who may read it may take it away
     */
    public void write(
            long staffId, long clubId, AuditLog.Filter filter, ExportFormat format, Locale language, OutputStream out)
            throws IOException {
        Membership membership = audit.membership(staffId, clubId);
        table(membership.club().timezone(), language)
                .write(
                        format,
                        out,
                        new ExportWords(texts, language),
                        (last, limit) -> audit.steps(
                                staffId,
                                clubId,
                                filter,
                                last == null ? null : last.entry().key(),
                                limit));
    }

    private Table<Step> table(ZoneId zone, Locale language) {
        return new Table<>(
                "audit.menu",
                List.of(
                        new Column<>(
                                "audit.when",
                                18,
                                step -> LocalDateTime.ofInstant(step.entry().at(), zone)),
                        new Column<>("audit.who", 28, step -> who(step, language)),
                        new Column<>("audit.what", 28, step -> what(step, language)),
                        new Column<>("audit.change", 60, step -> change(step.entry(), language))));
    }

    private String who(Step step, Locale language) {
        String side = words.side(step.entry().side(), language);
        return step.actor() == null ? side : step.actor() + " (" + side + ")";
    }

    private String what(Step step, Locale language) {
        String thing = words.thing(step.entry().what(), language);
        return step.about() == null ? thing : thing + ": " + step.about();
    }

    private String change(AuditEntry entry, Locale language) {
        Set<String> fields = new TreeSet<>(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        return fields.stream()
                .map(field -> "%s: %s → %s"
                        .formatted(
                                words.field(field, language),
                                value(field, entry.before().get(field), language),
                                value(field, entry.after().get(field), language)))
                .collect(joining("; "));
    }

    private String value(String field, @Nullable Object value, Locale language) {
        return value == null ? "–" : words.value(field, value, language);
    }
}
