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
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.scheduling.ClubDesk.TrainerRow;

/** The list of a club's trainers as a file, as it was filtered. */
@Service
public class TrainerExport {

    private final StaffMembers staff;
    private final TrainerCards cards;
    private final MessageSource texts;

    TrainerExport(StaffMembers staff, TrainerCards cards, MessageSource texts) {
        this.staff = staff;
        this.cards = cards;
        this.texts = texts;
    }

    /**
     * Writes the file; the stream is closed with it.
     *
     * @param text a part of the name, or null
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} for roles that take nothing away
     */
    public void write(
            long staffId,
            long clubId,
            @Nullable String text,
            @Nullable Status status,
            ExportFormat format,
            Locale language,
            OutputStream out)
            throws IOException {
        Membership membership = staff.panelMembership(staffId, clubId);
        if (!membership.role().exports()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        List<TrainerRow> all = cards.list(staffId, clubId, text, status);
        var words = new ExportWords(texts, language);
        table(membership.club().timezone(), words)
                .write(format, out, words, (last, limit) -> last == null ? all : List.of());
    }

    private Table<TrainerRow> table(ZoneId zone, ExportWords words) {
        return new Table<>(
                "panel.trainers.title",
                List.of(
                        new Column<>(
                                "panel.trainers.trainer",
                                28,
                                row -> row.profile().person().fullName()),
                        new Column<>("people.trainer.phone", 16, TrainerRow::phone),
                        new Column<>("panel.trainers.status", 16, row -> status(row, words)),
                        new Column<>(
                                "desk.field.price",
                                12,
                                row -> BigDecimal.valueOf(row.profile().price().amount(), 2)),
                        new Column<>(
                                "desk.field.minutes", 12, row -> row.profile().sessionMinutes()),
                        new Column<>("panel.trainers.today", 12, TrainerRow::bookingsToday),
                        new Column<>(
                                "panel.trainers.since",
                                16,
                                row -> LocalDate.ofInstant(row.place().since(), zone))));
    }

    private static String status(TrainerRow row, ExportWords words) {
        return words.of(
                switch (row.place().status()) {
                    case APPLIED -> "panel.trainers.status.applied";
                    case ACTIVE -> "panel.trainers.status.active";
                });
    }
}
