package ru.trenergram.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL a test run; every application context gets a database of its own, copied from a migrated template. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final AtomicBoolean USED_BY_CONTEXTS = new AtomicBoolean();
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("max_connections", "300")
                    .setRegisterShutdownHook(false)
                    .start();
            closeAtTheEnd(server);
            execute(server, "CREATE DATABASE " + TEMPLATE);
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", TEMPLATE))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the application contexts, if there are any: one whose database is gone waits for it half a minute. */
    private static void closeAtTheEnd(EmbeddedPostgres server) {
        SpringApplication.getShutdownHandlers().add(() -> close(server));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!USED_BY_CONTEXTS.get()) {
                close(server);
            }
        }));
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a fresh, migrated database and returns its JDBC address (user {@code postgres}, no password). */
    public static String create() {
        String name = "test_" + COPIES.incrementAndGet();
        execute(SERVER, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        USED_BY_CONTEXTS.set(true);
        String url = create();
        TestPropertyValues.of(
                        "DATABASE_URL=" + url,
                        "DATABASE_USERNAME=postgres",
                        "DATABASE_PASSWORD=",
                        "spring.quartz.scheduler-name=" + QuartzJobs.schedulerOf(url))
                .applyTo(context);
    }
}
