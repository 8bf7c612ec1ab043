package ru.trenergram.base;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * All that an installation sets, read from the environment (README, "Configuration").
 *
 * @param port of the web server
 * @param publicUrl where people reach the service; {@code http://localhost:<port>} when not set
 * @param dataDir home of the embedded database
 * @param mainBotToken of the bot for trainers and clients; without it the simulator is on
 * @param telegramApiUrl a Bot API server; Telegram's own when not set
 * @param superadmins Telegram ids
 * @param jwtSecret signs access tokens, at least 32 characters; derived from the main bot's token when not set
 * @param initDataMaxAge how old a Mini App's initData may be
 * @param accessTokenLifetime of the API's tokens
 * @param demoData whether demo data is filled in, once; on with the simulator when not set
 */
@Validated
@ConfigurationProperties("trenergram")
public record Settings(
        @Min(0) @Max(65535) @DefaultValue("8080") int port,
        @Nullable URI publicUrl,
        @NotNull @DefaultValue("data") Path dataDir,
        @Nullable @Pattern(regexp = TOKEN) String mainBotToken,
        @Nullable @Pattern(regexp = TOKEN) String staffBotToken,
        @Nullable URI telegramApiUrl,
        @NotNull @DefaultValue Set<Long> superadmins,
        @Nullable @Pattern(regexp = ".{32,}") String jwtSecret,
        @NotNull @DefaultValue("24h") Duration initDataMaxAge,
        @NotNull @DefaultValue("30m") Duration accessTokenLifetime,
        @Nullable Boolean demoData) {

    private static final String TOKEN = "\\d+:[A-Za-z0-9_-]{20,}";
    private static final String SIMULATED_MAIN = "1000000001:simulated-main-bot-of-trenergram";
    private static final String SIMULATED_STAFF = "1000000002:simulated-staff-bot-of-trenergram";

    public Settings {
        mainBotToken = blankToNull(mainBotToken);
        staffBotToken = blankToNull(staffBotToken);
        jwtSecret = blankToNull(jwtSecret);
    }

    /** Whether the service talks to its own stand-in for Telegram. */
    public boolean simulated() {
        return mainBotToken == null;
    }

    public String mainToken() {
        return mainBotToken != null ? mainBotToken : SIMULATED_MAIN;
    }

    /** The staff bot's token, or null when a real installation has no staff bot. */
    public @Nullable String staffToken() {
        return simulated() ? SIMULATED_STAFF : staffBotToken;
    }

    public boolean withDemoData() {
        return demoData != null ? demoData : simulated();
    }

    /** Where people reach the service, without a trailing slash. */
    public String baseUrl() {
        String url = publicUrl == null ? "http://localhost:" + port : publicUrl.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
