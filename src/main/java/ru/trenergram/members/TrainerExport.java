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
        table(membership.club().timezone(), language)
                .write(format.open(out, texts, language), (last, limit) -> last == null ? all : List.of());
    }

    private Table<TrainerRow> table(ZoneId zone, Locale language) {
        return new Table<>(
                text("panel.trainers.title", language),
                List.of(
                        column(
                                "panel.trainers.trainer",
                                28,
                                language,
                                row -> row.profile().person().fullName()),
                        column("people.trainer.phone", 16, language, TrainerRow::phone),
                        column("panel.trainers.status", 16, language, row -> status(row, language)),
                        column(
                                "desk.field.price",
                                12,
                                language,
                                row -> BigDecimal.valueOf(row.profile().price().amount(), 2)),
                        column(
                                "desk.field.minutes",
                                12,
                                language,
                                row -> row.profile().sessionMinutes()),
                        column("panel.trainers.today", 12, language, TrainerRow::bookingsToday),
                        column(
                                "panel.trainers.since",
                                16,
                                language,
                                row -> LocalDate.ofInstant(row.place().since(), zone))));
    }

    private Column<TrainerRow> column(
            String key, int width, Locale language, Function<TrainerRow, @Nullable Object> cell) {
        return new Column<>(text(key, language), width, cell);
    }

    private String status(TrainerRow row, Locale language) {
        return text(
                switch (row.place().status()) {
                    case APPLIED -> "panel.trainers.status.applied";
                    case ACTIVE -> "panel.trainers.status.active";
                },
                language);
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
