package ru.trenergram.scheduling;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Settings;

/**
 * Hears which calendars were changed, on a node that has pages: over a connection of its own, which the pool would never
 * get back. When that breaks off it is opened again, and everybody is told, as nobody knows what went by.
 */
@Component
class CalendarWire implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CalendarWire.class);
    private static final int TICK_MS = 500;
    private static final int REST_MS = 1_000;
    private static final int PATIENCE_MS = 5_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final JdbcConnectionDetails database;
    private final CalendarNews news;
    private final boolean hasPages;
    private volatile boolean running;
    private volatile boolean listening;
    private @Nullable Thread thread;

    CalendarWire(JdbcConnectionDetails database, CalendarNews news, Settings settings) {
        this.database = database;
        this.news = news;
        this.hasPages = settings.runs(Settings.Role.WEB);
    }

    @Override
    public void start() {
        if (hasPages) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("calendar-wire").start(this::hear);
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (thread != null) {
                thread.interrupt();
                thread.join(PATIENCE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether it hears anything at this moment. */
    boolean isListening() {
        return listening;
    }

    private void hear() {
        while (running) {
            try (Connection connection = open()) {
                news.tellAll(SOON);
                listening = true;
                pass(connection);
            } catch (SQLException e) {
                if (running) {
                    log.warn(
                            "The connection that tells of changed calendars is gone, to be opened again: {}",
                            e.getMessage());
                }
            }
            listening = false;
            rest();
        }
    }

    private void pass(Connection connection) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class);
        long told = System.nanoTime();
        while (running) {
            for (PGNotification notification : notifications.getNotifications(TICK_MS)) {
                news.tell(Long.parseLong(notification.getParameter()));
            }
            if (System.nanoTime() - told > MINUTE.toNanos()) {
                told = System.nanoTime();
                ping(connection); // a server that vanished without a word is noticed by this alone
                news.tellAll(MINUTE);
            }
        }
    }

    private Connection open() throws SQLException {
        var connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        connection.setNetworkTimeout(Runnable::run, PATIENCE_MS);
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + CalendarChanges.CHANNEL);
        }
        return connection;
    }

    private static void ping(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private void rest() {
        try {
            if (running) {
                Thread.sleep(REST_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
