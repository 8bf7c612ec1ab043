package ru.trenergram.analytics;

import java.time.LocalDate;
import java.util.UUID;
import ru.trenergram.base.export.ExportFormat;

/**
 * A trainer asked the bot for a file.
 *
 * @param id names the request, so that the file is sent once
 */
public record ExportRequested(UUID id, long trainerId, ExportFormat format, LocalDate from, LocalDate to) {}
