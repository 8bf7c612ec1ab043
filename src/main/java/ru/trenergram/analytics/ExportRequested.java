package ru.trenergram.analytics;

import ru.trenergram.base.export.ExportFormat;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A trainer asked the bot for a file.
 *
 * @param id names the request, so that the file is sent once
 */
public record ExportRequested(UUID id, long trainerId, ExportFormat format, LocalDate from, LocalDate to) {}
