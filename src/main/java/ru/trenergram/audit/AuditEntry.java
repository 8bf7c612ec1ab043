package ru.trenergram.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Changed;

/**
 * One change.
 *
 * @param actorId null for the service itself
 * @param before the fields that the change touched; of words that somebody wrote, only {@code {"characters": n}}
 */
public record AuditEntry(
        long id,
        Instant at,
        Changed.Side side,
        @Nullable Long actorId,
        Changed.Thing what,
        String thingId,
        @Nullable Long clubId,
        Map<String, Object> before,
        Map<String, Object> after) {

    public AuditLog.Key key() {
        return new AuditLog.Key(at, id);
    }
}
