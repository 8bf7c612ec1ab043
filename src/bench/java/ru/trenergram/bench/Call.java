package ru.trenergram.bench;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the service.
 *
 * @param body JSON of a POST; null for a GET
 * @param status that it is to be answered with
 */
record Call(
        String path,
        String token,
        @Nullable String idempotencyKey,
        @Nullable String body,
        int status) {

    static Call get(String path, String token) {
        return new Call(path, token, null, null, 200);
    }

    Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (idempotencyKey != null) {
            headers.put("Idempotency-Key", idempotencyKey);
        }
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return headers;
    }
}
