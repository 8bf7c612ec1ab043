package ru.trenergram.telegram;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Settings;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.TestDatabase;

/** The telegram module alone, on a real database and against a Bot API over HTTP. Can be started again. */
final class RunningBots implements AutoCloseable {

    static final String STAFF = "2:STAFF-aaaaaaaaaaaaaaaaaaaaaaaa";

    private static final AtomicLong PEOPLE = new AtomicLong(100_000);

    final FakeBotApi api;
    final MovableClock clock = new MovableClock();
    final String database = TestDatabase.create();
    private String[] settings;
    private ConfigurableApplicationContext context;

    /** @param settings as {@code --NAME=value} */
    RunningBots(String... settings) {
        this.settings = settings;
        try {
            api = new FakeBotApi();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        context = startNode();
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @EnableConfigurationProperties(Settings.class)
    @ComponentScan(basePackages = "ru.trenergram.telegram")
    @ComponentScan(
            basePackages = "ru.trenergram",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = "ru\\.trenergram\\.PlatformConf.*"))
    @Import({
        SampleModule.class,
        SampleModule.Effects.class,
        SampleModule.Everybody.class,
        SampleModule.Receipts.class,
        SampleModule.Doubts.class
    })
    static class Module {

        @Bean
        PrometheusMeterRegistry meterRegistry() {
            return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        }
    }

    static ConfigurableApplicationContext startNode(String database, String apiUrl, MovableClock clock) {
        return startNode(database, apiUrl, clock, STAFF);
    }

    static ConfigurableApplicationContext startNode(
            String database, String apiUrl, MovableClock clock, String staffToken, String... more) {
        return new SpringApplicationBuilder(Module.class)
                .web(WebApplicationType.NONE)
                .initializers(it -> ((GenericApplicationContext) it).registerBean("clock", Clock.class, () -> clock))
                .properties(
                        "spring.main.log-startup-info=false",
                        "DATABASE_URL=" + database,
                        "DATABASE_USERNAME=postgres",
                        "MAIN_BOT_TOKEN=1:MAIN-aaaaaaaaaaaaaaaaaaaaaaaa",
                        "STAFF_BOT_TOKEN=" + staffToken,
                        "PUBLIC_URL=https://example.org/",
                        "TELEGRAM_API_URL=" + apiUrl)
                .run(more);
    }

    /** Another node on the same database and the same bots. */
    ConfigurableApplicationContext startNode() {
        return startNode(database, api.url(), clock, STAFF, settings);
    }

    void stop() {
        context.close();
    }

    void restart(String... otherSettings) {
        if (otherSettings.length > 0) {
            settings = otherSettings;
        }
        context = startNode();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    SampleModule.Effects effects() {
        return bean(SampleModule.Effects.class);
    }

    /** A person nobody has heard of yet; the tests of a class do not see each other. */
    long somebody() {
        return PEOPLE.incrementAndGet();
    }

    @Override
    public void close() {
        context.close();
        api.close();
    }
}
