package ru.trenergram.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature under a Mini App's initData, as Telegram computes it:
 * <a href="https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app">Telegram's documentation</a>.
 */
public final class InitDataSignature {

    private InitDataSignature() {}

    /**
     * HMAC-SHA256 over all fields but {@code hash}.
     *
     * @param fields decoded names and values, without {@code hash}
     */
    public static byte[] of(Map<String, String> fields, String botToken) {
        String signed = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("\n"));
        byte[] secret = hmac("WebAppData".getBytes(StandardCharsets.UTF_8), botToken);
        return hmac(secret, signed);
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
