package ru.trenergram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.base.Settings;
import ru.trenergram.base.StartupException;
import ru.trenergram.support.OtherProcess;

@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {

    private static final String TOKEN = "123456789:AAF0secretsecretsecretsecret";

    private int loggedBefore;

    /** By tests that ran before, whose applications may have had something to say at their end. */
    @BeforeEach
    void leave_out_what_was_logged_before(CapturedOutput output) {
        loggedBefore = output.length();
    }

    @Test
    void the_process_says_one_sentence_and_ends_with_code_1(@TempDir Path folder) throws Exception {
        var environment = Map.of("PORT", "abc", "DATA_DIR", folder.toString());
        try (var process = OtherProcess.start(Trenergram.class, environment)) {
            var output = process.readAll();

            assertThat(output.stream().filter(line -> !line.startsWith("WARNING: ")))
                    .singleElement()
                    .asString()
                    .endsWith("PORT must be a whole number.");
            assertThat(process.exitCode()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT=abc | PORT must be a whole number.",
                "PORT=70000 | PORT must be a number from 0 to 65535.",
                "PUBLIC_URL=example.org | PUBLIC_URL must be an address such as https://example.org, without a path.",
                "PUBLIC_URL=https://example.org/app | PUBLIC_URL must be an address such as https://example.org, without a path.",
                "PUBLIC_URL=https://example.org?a=b | PUBLIC_URL must be an address such as https://example.org, without a path.",
                "PUBLIC_URL=ftp://example.org | PUBLIC_URL must be an address such as https://example.org, without a path.",
                "PUBLIC_URL=ht tp:// | PUBLIC_URL must be an address such as https://example.org.",
                "TELEGRAM_API_URL=telegram | TELEGRAM_API_URL must be an address such as https://api.telegram.org.",
                "MAIN_BOT_TOKEN=secret | MAIN_BOT_TOKEN must look like 123456:ABC-DEF…, as @BotFather gives it.",
                "STAFF_BOT_TOKEN=secret | STAFF_BOT_TOKEN must look like 123456:ABC-DEF…, as @BotFather gives it.",
                "JWT_SECRET=secret | JWT_SECRET must have at least 32 characters.",
                "DEMO_DATA=secret | DEMO_DATA must be true or false.",
                "UPDATES=secret | UPDATES must be polling or webhook.",
                "APP_ROLES=web,secret | APP_ROLES must be one or more of web, bot and worker, separated by commas.",
                "APP_ROLES=bot | PUBLIC_URL must be the address of the nodes that have the role web when APP_ROLES leaves it out.",
                "CORS_ORIGINS=ht tp://secret | CORS_ORIGINS must be an address such as https://example.org.",
                "MESSAGES_PER_SECOND=-1 | MESSAGES_PER_SECOND must be a whole number from 0, which means no limit.",
                "LOG_FORMAT=secret | LOG_FORMAT must be text or json.",
                "SUPERADMINS=1,secret | SUPERADMINS must be a list of Telegram ids (numbers), separated by commas.",
            })
    void a_wrong_setting_is_named_as_the_variable_it_comes_from(
            String variable, String sentence, CapturedOutput output) {
        start(variable);

        assertOneLine(output, sentence);
        assertThat(since(output)).doesNotContain("secret");
    }

    @Test
    void a_real_bot_needs_a_public_https_address(CapturedOutput output) {
        start("MAIN_BOT_TOKEN=" + TOKEN, "PUBLIC_URL=http://example.org");

        assertOneLine(output, "PUBLIC_URL must be the https address of this service when MAIN_BOT_TOKEN is set.");
        assertThat(since(output)).doesNotContain(TOKEN);
    }

    @Test
    void an_occupied_port_is_a_sentence(CapturedOutput output) throws IOException {
        try (var occupant = new ServerSocket(0)) {
            start("PORT=" + occupant.getLocalPort());

            assertOneLine(
                    output,
                    "Port " + occupant.getLocalPort()
                            + " is occupied: stop the program that listens there, or set PORT to another number.");
        }
    }

    @Test
    void any_module_can_stop_the_start_with_a_sentence(CapturedOutput output) {
        assertThatThrownBy(() -> run(Failing.class, "PORT=0")).hasRootCauseInstanceOf(StartupException.class);

        assertOneLine(output, "The moon is full: wait for another night.");
    }

    @Test
    void the_database_of_another_version_is_a_sentence(CapturedOutput output) {
        assertThatThrownBy(() -> run(Downgraded.class, "PORT=0")).hasRootCauseInstanceOf(FlywayValidateException.class);

        assertThat(since(output).lines()).singleElement().asString().contains("made by another version");
    }

    private static void start(String... variables) {
        assertThatThrownBy(() -> run(Narrow.class, variables)).isNotNull();
    }

    private static void run(Class<?> application, String... variables) {
        SpringApplication.run(
                        application,
                        Stream.of(variables).map(variable -> "--" + variable).toArray(String[]::new))
                .close();
    }

    private void assertOneLine(CapturedOutput output, String sentence) {
        assertThat(since(output).lines()).singleElement().asString().endsWith(sentence);
    }

    private String since(CapturedOutput output) {
        return output.toString().substring(loggedBefore);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class Narrow {}

    @Configuration(proxyBeanMethods = false)
    static class Downgraded extends Narrow {
        @Bean
        Object migration() {
            throw new FlywayValidateException(
                    new ErrorDetails(CoreErrorCode.VALIDATE_ERROR, "unknown migration"), "V999");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Failing extends Narrow {
        @Bean
        Object moon() {
            throw new StartupException("The moon is full: wait for another night.");
        }
    }
}
