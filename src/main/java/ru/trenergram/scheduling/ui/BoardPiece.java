package ru.trenergram.scheduling.ui;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A field of the calendar's board.
 *
 * @param classes of its element, parted by spaces
 * @param trainerId the Telegram id; null for what belongs to no trainer, as {@code date} for what belongs to no day
 * @param html that is in it, with everything escaped that people have written
 */
record BoardPiece(
        String classes, @Nullable Long trainerId, @Nullable LocalDate date, String html) {

    static BoardPiece head(String html) {
        return new BoardPiece("cal-head", null, null, html);
    }
}
