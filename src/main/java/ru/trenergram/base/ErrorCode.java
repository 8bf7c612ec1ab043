package ru.trenergram.base;

import java.util.Locale;

/**
 * Every way in which the service says no, with the HTTP status it has in the REST API. The code on the wire is the name
 * in lower case; its sentence stands in the message bundles under {@code error.<code>}.
 */
public enum ErrorCode {
    MALFORMED_REQUEST(400),
    UNAUTHORIZED(401),
    INIT_DATA_INVALID(401),
    INIT_DATA_STALE(401),
    FORBIDDEN(403),
    NOT_ON_ROSTER(403),
    SELF_BOOKING_OFF(403),
    BLOCKED(403),
    SWITCHED_OFF(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    SLOT_TAKEN(409),
    SLOT_UNAVAILABLE(409),
    SERIES_CONFLICT(409),
    TOO_LATE(409),
    TOO_FAR(409),
    INVALID_TRANSITION(409),
    ALREADY_CHARGED(409),
    STALE_VERSION(409),
    RULE_OVERLAP(409),
    TRAINER_LIMIT_REACHED(409),
    TARIFF_EXCEEDED(409),
    ALREADY_TRAINER(409),
    OWN_LINK(409),
    LAST_OWNER(409),
    LOCATION_IN_USE(409),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    VALIDATION_FAILED(422),
    IDEMPOTENCY_KEY_REQUIRED(422),
    IDEMPOTENCY_MISMATCH(422),
    RATE_LIMITED(429),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As it stands in the {@code code} field of a problem. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its sentence in the message bundles. */
    public String messageKey() {
        return "error." + code();
    }
}
