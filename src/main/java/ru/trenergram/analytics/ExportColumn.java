package ru.trenergram.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.analytics.ExportLine.Entry;
import ru.trenergram.analytics.ExportLine.Session;
import ru.trenergram.balances.EntryKind;
import ru.trenergram.base.export.ExportWords;
import ru.trenergram.scheduling.BookingStatus;

/** The columns of exports. A cell holds a text, a number or a local time, or nothing. */
enum ExportColumn {
    TIME("analytics.column.time", 17),
    KIND("analytics.column.kind", 16),
    CLIENT("analytics.column.client", 26),
    MINUTES("analytics.column.minutes", 14),
    STATUS("analytics.column.status", 20),
    PRICE("analytics.column.price", 12),
    AMOUNT("analytics.column.amount", 12),
    BALANCE("analytics.column.balance", 14),
    COMMENT("analytics.column.comment", 40);

    static final List<ExportColumn> OF_SESSIONS = List.of(TIME, CLIENT, MINUTES, STATUS, PRICE, COMMENT);
    static final List<ExportColumn> OF_ENTRIES = List.of(TIME, CLIENT, KIND, AMOUNT, BALANCE, COMMENT);

    private final String key;
    private final int width;

    ExportColumn(String key, int width) {
        this.key = key;
        this.width = width;
    }

    String header(ExportWords words) {
        return words.of(key);
    }

    /** In characters. */
    int width() {
        return width;
    }

    @Nullable Object cell(ExportLine line, ExportWords words) {
        return switch (line) {
            case Session session -> cell(session, words);
            case Entry entry -> cell(entry, words);
        };
    }

    private @Nullable Object cell(Session session, ExportWords words) {
        return switch (this) {
            case TIME -> session.at();
            case KIND -> words.of("analytics.kind.session");
            case CLIENT -> session.client();
            case MINUTES -> session.minutes();
            case STATUS -> words.of(key(session.status()));
            case PRICE -> session.price();
            case COMMENT -> session.note();
            case AMOUNT, BALANCE -> null;
        };
    }

    private @Nullable Object cell(Entry entry, ExportWords words) {
        return switch (this) {
            case TIME -> entry.at();
            case KIND -> words.of(key(entry.kind()));
            case CLIENT -> entry.client();
            case AMOUNT -> entry.amount();
            case BALANCE -> entry.balanceAfter();
            case COMMENT -> comment(entry, words);
            case MINUTES, STATUS, PRICE -> null;
        };
    }

    private static @Nullable String comment(Entry entry, ExportWords words) {
        if (entry.sessionAt() != null) {
            return words.of("analytics.comment.charged", words.time(entry.sessionAt()));
        }
        return entry.moveNotAccepted() ? words.of("analytics.comment.move_not_accepted") : entry.comment();
    }

    private static String key(BookingStatus status) {
        return switch (status) {
            case PENDING -> "analytics.status.pending";
            case CONFIRMED -> "analytics.status.confirmed";
            case COMPLETED -> "analytics.status.completed";
            case CANCELLED -> "analytics.status.cancelled";
            case NO_SHOW -> "analytics.status.no_show";
        };
    }

    private static String key(EntryKind kind) {
        return switch (kind) {
            case TOPUP -> "analytics.kind.topup";
            case CHARGE -> "analytics.kind.charge";
            case ADJUSTMENT -> "analytics.kind.adjustment";
        };
    }
}
