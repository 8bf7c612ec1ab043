package ru.trenergram.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import ru.trenergram.base.Hashes;
import ru.trenergram.base.Settings;

/** Issues and reads the short-lived tokens of the REST API (JWT, HS256). */
@Component
public class AccessTokens {

    private static final String TELEGRAM_ID = "tg";

    /** As many people as use a node at once. */
    private static final int VERIFIED_KEPT = 4_096;

    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final Duration lifetime;
    private final Clock clock;

    AccessTokens(Settings settings, Clock clock) {
        this.lifetime = settings.accessTokenLifetime();
        this.clock = clock;
        SecretKey key = key(settings);
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        this.decoder = decoder(key, clock);
    }

    public String issue(Caller caller) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(Long.toString(caller.userId()))
                .claim(TELEGRAM_ID, Long.toString(caller.telegramId()))
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    public Duration lifetime() {
        return lifetime;
    }

    JwtDecoder decoder() {
        return decoder;
    }

    static Caller caller(Jwt token) {
        return new Caller(Long.parseLong(token.getSubject()), Long.parseLong(token.getClaimAsString(TELEGRAM_ID)));
    }

    /** A signature stays good, so it is verified once; the time is looked at with every request. */
    private static JwtDecoder decoder(SecretKey key, Clock clock) {
        NimbusJwtDecoder signatures = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        signatures.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        var verified = new ConcurrentLruCache<>(VERIFIED_KEPT, signatures::decode);
        var timestamps = new JwtTimestampValidator(Duration.ofSeconds(5));
        timestamps.setClock(clock);
        return token -> {
            Jwt jwt = verified.get(token);
            var validity = timestamps.validate(jwt);
            if (validity.hasErrors()) {
                throw new JwtValidationException("The token's time is not now", validity.getErrors());
            }
            return jwt;
        };
    }

    /**
     * The configured secret; else one that follows from the bot's token and is the same on every node; with the
     * simulator, whose token everybody knows, one of this process alone.
     */
    private static SecretKey key(Settings settings) {
        String secret = settings.jwtSecret();
        if (secret == null) {
            secret = settings.simulated() ? random() : "access-tokens:" + settings.mainToken();
        }
        return new SecretKeySpec(Hashes.sha256(secret.getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
