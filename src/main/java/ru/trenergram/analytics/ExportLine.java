package ru.trenergram.analytics;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import ru.trenergram.balances.EntryKind;
import ru.trenergram.scheduling.BookingStatus;

/** A session or an entry of the ledger, as an export shows it; times are those on the trainer's wall. */
sealed interface ExportLine {

    LocalDateTime at();

    String client();

    record Session(
            LocalDateTime at,
            String client,
            int minutes,
            BookingStatus status,
            BigDecimal price,
            @Nullable String note) implements ExportLine {}

    /**
     * @param comment the trainer's words
     * @param sessionAt the session that was charged
     */
    record Entry(
            LocalDateTime at,
            String client,
            EntryKind kind,
            BigDecimal amount,
            BigDecimal balanceAfter,
            boolean moveNotAccepted,
            @Nullable String comment,
            @Nullable LocalDateTime sessionAt)
            implements ExportLine {}
}
