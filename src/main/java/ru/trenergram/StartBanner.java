package ru.trenergram;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import ru.trenergram.base.Settings;
import ru.trenergram.base.Settings.Role;

/** Says, once everything answers, where to go. */
@Component
class StartBanner {

    private static final Logger log = LoggerFactory.getLogger(StartBanner.class);

    private final Settings settings;
    private final Environment environment;

    StartBanner(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getServerNamespace() == null) {
            log.info(text(ready));
        }
    }

    private String text(ApplicationReadyEvent ready) {
        Duration taken = Objects.requireNonNullElse(ready.getTimeTaken(), Duration.ZERO);
        String base = settings.baseUrl();
        boolean web = settings.runs(Role.WEB);
        return Stream.of(
                        "Trenergram is ready after %.1f s.".formatted(taken.toMillis() / 1000.0),
                        settings.roles().size() < Role.values().length ? line("Roles", roles()) : "",
                        web ? line("Start page", base + "/") : "",
                        web && settings.simulated() ? line("Simulator", base + "/simulator") : "",
                        web ? line("Panel", base + "/club") : "",
                        web ? line("API docs", base + "/api/docs") : "",
                        web ? "" : line("Health", "http://localhost:" + settings.port() + "/health"),
                        line("Data", data()))
                .filter(StringUtils::hasText)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(String what, String where) {
        return String.format("  %-11s %s", what, where);
    }

    private String roles() {
        return settings.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String data() {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                ? "the database of DATABASE_URL"
                : settings.dataDir().toAbsolutePath().normalize().toString();
    }
}
