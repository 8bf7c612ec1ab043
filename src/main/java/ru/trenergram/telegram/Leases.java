package ru.trenergram.telegram;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Sees to it that each {@link SoleWork} runs on one node. The lease is a session-level advisory lock on a connection of
 * its own: when the node dies, however it dies, PostgreSQL ends the session and another node gets the lock. The
 * connection stays out of the pool, which would otherwise lose it for good.
 */
final class Leases {

    private static final Logger log = LoggerFactory.getLogger(Leases.class);
    private static final int LOCK_CLASS = 0x54_47_42;
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final JdbcConnectionDetails database;
    private final List<? extends SoleWork> works;
    private final Pulse pulse = new Pulse();
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Thread keeper;

    private record Held(Pulse pulse, Thread thread) {}

    /** @param works in the order in which they are to end */
    Leases(JdbcConnectionDetails database, List<? extends SoleWork> works) {
        this.database = database;
        this.works = works;
        this.keeper = Thread.ofVirtual().name("telegram-leases").unstarted(this::keep);
    }

    void start() {
        keeper.start();
    }

    void stop() {
        pulse.stop();
        Pulse.end(keeper, PATIENCE.multipliedBy(works.size()));
    }

    private void keep() {
        @Nullable Connection connection = null;
        do {
            try {
                if (connection == null) {
                    connection = open();
                }
                takeFree(connection);
            } catch (SQLException e) {
                log.warn("The connection that holds the bots' locks is gone, to be opened again: {}", e.getMessage());
                endAll();
                close(connection);
                connection = null;
            }
        } while (pulse.await(TICK));
        endAll();
        close(connection);
    }

    private Connection open() throws SQLException {
        var connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        connection.setNetworkTimeout(Runnable::run, 5_000);
        try (var settings = connection.createStatement()) {
            // A node that vanished without a word (power, network) holds its locks until the server misses it.
            settings.execute(
                    "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3");
        }
        return connection;
    }

    /** Asks the database in any case, so that a dead connection is noticed within a tick. */
    private void takeFree(Connection connection) throws SQLException {
        try (var ping = connection.createStatement()) {
            ping.execute("SELECT 1");
        }
        for (SoleWork work : works) {
            if (!held.containsKey(work.name()) && lock(connection, work)) {
                log.debug("{} runs on this node", work.name());
                begin(work);
            }
        }
    }

    private static boolean lock(Connection connection, SoleWork work) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, work.key());
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private void begin(SoleWork work) {
        var workPulse = new Pulse();
        var thread =
                Thread.ofVirtual().name("telegram-" + work.name()).unstarted(() -> runAgainAndAgain(work, workPulse));
        held.put(work.name(), new Held(workPulse, thread));
        thread.start();
    }

    private static void runAgainAndAgain(SoleWork work, Pulse workPulse) {
        do {
            try {
                work.run(workPulse);
            } catch (Throwable e) { // whatever it is, nobody else does this work
                log.error("{} broke off and begins again", work.name(), e);
            }
        } while (workPulse.await(Duration.ofSeconds(1)));
    }

    private void endAll() {
        for (SoleWork work : works) {
            Held running = held.get(work.name());
            if (running != null) {
                running.pulse().stop();
                Pulse.end(running.thread(), PATIENCE);
                held.remove(work.name());
            }
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            log.debug("The locks' connection did not close in order: {}", e.getMessage());
        }
    }
}
