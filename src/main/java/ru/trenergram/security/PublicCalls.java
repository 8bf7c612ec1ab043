package ru.trenergram.security;

import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The calls of the REST API that are answered without a token (API.md, "Access"). */
public final class PublicCalls {

    static final String SIGN_IN = "/api/v1/auth/telegram";

    static final String[] READS = {
        "/api/v1/clubs/**", "/api/v1/users/trainer/{id}", "/api/v1/qr/**", "/api/v1/calendar/**"
    };

    private PublicCalls() {}

    /** @param path of a call, with its variables or the name of them in braces */
    public static boolean contain(HttpMethod method, String path) {
        if (method.equals(HttpMethod.POST)) {
            return path.equals(SIGN_IN);
        }
        return method.equals(HttpMethod.GET)
                && Arrays.stream(READS)
                        .map(PathPatternParser.defaultInstance::parse)
                        .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
    }
}
