package ru.trenergram.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.trenergram.base.StartupException;

/** The database that {@code DATABASE_URL} names, looked at before anything else uses it. */
final class NamedDatabase {

    private static final Logger log = LoggerFactory.getLogger(NamedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConnectionDetails details;
    private final Properties parts;

    private NamedDatabase(ConnectionDetails details, Properties parts) {
        this.details = details;
        this.parts = parts;
    }

    /** @throws StartupException when it is no PostgreSQL, cannot be reached, refuses us, or cannot hold our texts */
    static void check(ConnectionDetails details) {
        @Nullable Properties parts = Driver.parseURL(details.url(), new Properties());
        if (parts == null) {
            throw new StartupException("DATABASE_URL must name a PostgreSQL database"
                    + " as jdbc:postgresql://host:5432/name, or be left empty for the embedded one.");
        }
        new NamedDatabase(details, parts).check();
    }

    private void check() {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT lower('Ж') = 'ж'")) {
            if (result.next() && !result.getBoolean(1)) {
                throw new StartupException(
                        "The database " + address()
                                + " does not know Cyrillic letters: create it with another locale, as docs/deployment.md says.");
            }
        } catch (SQLException e) {
            throw new StartupException(explain(e), e);
        }
    }

    /** Waits for a server that is just starting, as after a reboot of the machine both share. */
    private Connection connect() throws SQLException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(details.url(), credentials());
            } catch (SQLException e) {
                if (!"57P03".equals(e.getSQLState()) || System.nanoTime() > giveUpAt || !paused()) {
                    throw e;
                }
                log.info("The database {} is starting up, waiting for it", address());
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Properties credentials() {
        var properties = new Properties();
        if (!details.username().isEmpty()) {
            PGProperty.USER.set(properties, details.username());
        }
        if (!details.password().isEmpty()) {
            PGProperty.PASSWORD.set(properties, details.password());
        }
        PGProperty.CONNECT_TIMEOUT.set(properties, 10);
        PGProperty.LOGIN_TIMEOUT.set(properties, 10);
        return properties;
    }

    private String explain(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "28P01", "28000", "08004" ->
                "The database " + address() + " refuses the user or the password:"
                        + " check DATABASE_USERNAME and DATABASE_PASSWORD.";
            case "3D000" ->
                "There is no database " + address() + ": create it, or correct the name at the end of DATABASE_URL.";
            case "57P03" -> "The database " + address() + " is still starting up: start again in a minute.";
            case "53300" -> "The database " + address() + " has no connection left: raise its max_connections.";
            default ->
                state.startsWith("08")
                        ? "The database " + address()
                                + " cannot be reached: check that it runs, and the host and port in DATABASE_URL."
                        : "The database " + address() + " cannot be used (" + firstLine(e) + ").";
        };
    }

    /** Host, port and name only: the rest of the address may hold a password. */
    private String address() {
        return PGProperty.PG_HOST.getOrDefault(parts) + ":" + PGProperty.PG_PORT.getOrDefault(parts) + "/"
                + PGProperty.PG_DBNAME.getOrDefault(parts);
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
