package ru.trenergram.qr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of a club's codes.
 *
 * @param name where it hangs; null for the club's own, which the staff bot hands out and which stays on
 * @param url that is printed
 * @param registrations people whose first step on the platform was this code
 */
public record ClubQrCode(
        long id,
        @Nullable String name,
        String url,
        Instant createdAt,
        boolean active,
        long scans,
        long registrations) {}
