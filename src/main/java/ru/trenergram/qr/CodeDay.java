package ru.trenergram.qr;

import java.time.LocalDate;

/** What a code brought on a day in the club's zone. */
public record CodeDay(long codeId, LocalDate day, long scans, long registrations) {}
