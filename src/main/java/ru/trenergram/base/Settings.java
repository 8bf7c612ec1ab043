package ru.trenergram.base;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * All that an installation sets, read from the environment (docs/configuration.md). The messages of the constraints
 * complete a sentence that begins with the variable's name; those of the rules at the end are whole sentences.
 *
 * @param port of the web server
 * @param roles what of the service this node runs; all of it when not set
 * @param publicUrl where people reach the service; {@code http://localhost:<port>} when not set
 * @param dataDir home of the embedded database
 * @param mainBotToken of the bot for trainers and clients; without it the simulator is on
 * @param telegramApiUrl a Bot API server; Telegram's own when not set
 * @param superadmins Telegram ids
 * @param supportChatId the chat that gets what people write to support; null when there is none
 * @param jwtSecret signs access tokens, at least 32 characters; derived from the main bot's token when not set
 * @param initDataMaxAge how old a Mini App's initData may be
 * @param accessTokenLifetime of the API's tokens
 * @param limits of the REST API
 * @param updates how the bots hear what people write
 * @param sending how fast a bot writes
 * @param corsOrigins of other people's pages that may read what is public; none when not set
 * @param demoData whether demo data is filled in, once; on with the simulator when not set
 * @param alerts what the super-admins are told of by the staff bot
 * @param logFormat {@code text} for people, {@code json} for machines
 */
@Validated
@ConfigurationProperties("trenergram")
public record Settings(
        @Min(value = 0, message = PORT) @Max(value = 65535, message = PORT) @DefaultValue("8080")
        int port,

        @NotNull @DefaultValue Set<Role> roles,
        @Nullable URI publicUrl,
        @NotNull @DefaultValue("data") Path dataDir,

        @Nullable @Pattern(regexp = TOKEN, message = TOKEN_FORM) String mainBotToken,

        @Nullable @Pattern(regexp = TOKEN, message = TOKEN_FORM) String staffBotToken,

        @Nullable URI telegramApiUrl,
        @NotNull @DefaultValue Set<Long> superadmins,

        @Nullable @Pattern(regexp = "|-?\\d{1,18}", message = "must be the number of a chat, such as -1001234567890") String supportChatId,

        @Nullable @Pattern(regexp = ".{32,}", message = "must have at least 32 characters") String jwtSecret,

        @NotNull @DefaultValue("24h") Duration initDataMaxAge,
        @NotNull @DefaultValue("30m") Duration accessTokenLifetime,
        @NotNull @Valid @DefaultValue Limits limits,
        @NotNull @DefaultValue("polling") Receiving updates,
        @NotNull @Valid @DefaultValue Sending sending,
        @NotNull @DefaultValue Set<URI> corsOrigins,
        @Nullable Boolean demoData,
        @NotNull @Valid @DefaultValue Alerts alerts,

        @NotNull @Pattern(regexp = "text|json", message = "must be text or json") @DefaultValue("text")
        String logFormat) {

    private static final String PORT = "must be a number from 0 to 65535";
    private static final String TOKEN = "\\d+:[A-Za-z0-9_-]+";
    private static final String TOKEN_FORM = "must look like 123456:ABC-DEF…, as @BotFather gives it";
    private static final String SIMULATED_MAIN = "1000000001:simulated-main-bot-of-trenergram";
    private static final String SIMULATED_STAFF = "1000000002:simulated-staff-bot-of-trenergram";

    /**
     * @param every at most so often one kind of alert is told
     * @param queueAge so long a message may wait before the queue counts as stuck
     * @param connectionLost so long Telegram may be out of reach before it counts as lost
     */
    public record Alerts(
            @NotNull @DurationMin(minutes = 1, message = MINUTE) @DefaultValue("1h")
            Duration every,

            @NotNull @DurationMin(minutes = 1, message = MINUTE) @DefaultValue("10m")
            Duration queueAge,

            @NotNull @DurationMin(minutes = 1, message = MINUTE) @DefaultValue("3m")
            Duration connectionLost) {

        private static final String MINUTE = "must be at least a minute, such as 10m or 1h";
    }

    private static final String PER_MINUTE = "must be a whole number from 1";

    /**
     * Calls a minute.
     *
     * @param writes of a user
     * @param reads of a user, and of an address without a token
     * @param signIns of an address
     */
    public record Limits(
            @Min(value = 1, message = PER_MINUTE) @DefaultValue("120")
            int writes,

            @Min(value = 1, message = PER_MINUTE) @DefaultValue("600")
            int reads,

            @Min(value = 1, message = PER_MINUTE) @DefaultValue("300")
            int signIns) {}

    /** A part of the service. The nodes on one database must have all of them between them. */
    public enum Role {
        /** Answers over HTTP: API, Mini Apps, panels, webhook, simulator. */
        WEB,
        /** Receives and sends for the bots; of several such nodes one does at a time. */
        BOT,
        /** Does the periodic work. */
        WORKER
    }

    /** How updates come from the Bot API's server. */
    public enum Receiving {
        /** The service asks for them. */
        POLLING,
        /** The server calls {@code PUBLIC_URL}. */
        WEBHOOK
    }

    /**
     * Messages by which a bot stays below Telegram's limits; 0 for none, as a Bot API server of one's own has.
     *
     * @param perSecond over all chats
     * @param perChat a second to one chat; short bursts pass
     * @param perGroup a minute to one group
     */
    public record Sending(
            @Min(value = 0, message = MESSAGES) @DefaultValue("30")
            int perSecond,

            @Min(value = 0, message = MESSAGES) @DefaultValue("1")
            int perChat,

            @Min(value = 0, message = MESSAGES) @DefaultValue("20")
            int perGroup) {

        private static final String MESSAGES = "must be a whole number from 0, which means no limit";
    }

    public Settings {
        roles = roles.isEmpty() ? EnumSet.allOf(Role.class) : Set.copyOf(roles);
        mainBotToken = blankToNull(mainBotToken);
        staffBotToken = blankToNull(staffBotToken);
        jwtSecret = blankToNull(jwtSecret);
        supportChatId = blankToNull(supportChatId);
    }

    /** Whether this node has a part of the service. */
    public boolean runs(Role role) {
        return roles.contains(role);
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

    /** The number of the chat that gets what people write to support. */
    public Optional<Long> supportChat() {
        return Optional.ofNullable(supportChatId).map(Long::valueOf);
    }

    public boolean withDemoData() {
        return demoData != null ? demoData : simulated();
    }

    /** Where people reach the service, without a trailing slash. */
    public String baseUrl() {
        String url = publicUrl == null ? "http://localhost:" + port : publicUrl.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    @AssertTrue(message = "PUBLIC_URL must be an address such as https://example.org, without a path.") boolean isPublicUrlAnOrigin() {
        return publicUrl == null || isOrigin(publicUrl);
    }

    /** Telegram opens Mini Apps over https only; the simulator and one's own Bot API server take plain http too. */
    @AssertTrue(message = "PUBLIC_URL must be the https address of this service when MAIN_BOT_TOKEN is set.") boolean isPublicUrlGoodForTelegram() {
        return simulated() || telegramApiUrl != null || baseUrl().startsWith("https://");
    }

    /** A node that serves no pages cannot know where they are; the simulator is there too. */
    @AssertTrue(
            message =
                    "PUBLIC_URL must be the address of the nodes that have the role web when APP_ROLES leaves it out.")
    boolean isAddressOfPagesKnown() {
        return runs(Role.WEB) || publicUrl != null;
    }

    @AssertTrue(message = "TELEGRAM_API_URL must be an address such as https://api.telegram.org.") boolean isTelegramApiUrlAWebAddress() {
        return telegramApiUrl == null || isWebAddress(telegramApiUrl);
    }

    @AssertTrue(
            message = "CORS_ORIGINS must be addresses such as https://example.org, without paths, separated by commas.")
    boolean isCorsOriginsMadeOfOrigins() {
        return corsOrigins.stream().allMatch(Settings::isOrigin);
    }

    private static boolean isOrigin(URI uri) {
        String path = uri.getRawPath();
        return isWebAddress(uri)
                && (path == null || path.isEmpty() || path.equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
    }

    private static boolean isWebAddress(URI uri) {
        return uri.getHost() != null
                && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
