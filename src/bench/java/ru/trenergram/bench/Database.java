package ru.trenergram.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** The benchmark's own look at a database; its statements are not taken for the service's. */
final class Database implements AutoCloseable {

    static final String OURSELVES = "bench";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Connection connection;

    Database(String url) {
        try {
            connection = DriverManager.getConnection(
                    url + "?stringtype=unspecified&ApplicationName=" + OURSELVES, "postgres", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long number(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String text(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Waits until everybody who listens to events has done with them. */
    void settle() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number("SELECT count(*) FROM event_publication") > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Some events are not done with after " + PATIENCE);
            }
            Thread.sleep(20);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
