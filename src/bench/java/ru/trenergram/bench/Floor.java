package ru.trenergram.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import ru.trenergram.bench.Statements.Statement;
import ru.trenergram.bench.Statements.Transaction;

/** The same statements straight over JDBC: from as many threads, through a pool of the same size, every answer read. */
final class Floor implements AutoCloseable {

    static final int POOL = 10; // HikariCP's default, which the service keeps

    private static final Pattern UUIDS = Pattern.compile("\\{[0-9a-f-]{36}(,[0-9a-f-]{36})*}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\d+");

    private final HikariDataSource pool;

    Floor(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url + "?stringtype=unspecified");
        config.setUsername("postgres");
        config.setMaximumPoolSize(POOL);
        pool = new HikariDataSource(config);
    }

    void run(Supplier<Statements> requests, Duration duration, Tally tally) throws InterruptedException {
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(Load.USERS)) {
            List<Future<?>> users = IntStream.range(0, Load.USERS)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        while (System.nanoTime() - start < duration.toNanos()) {
                            Statements request = requests.get();
                            long since = System.nanoTime();
                            replay(request);
                            tally.done(System.nanoTime() - since);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> user : users) {
                user.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A statement of the floor failed", e.getCause());
        }
        tally.took(System.nanoTime() - start);
    }

    void replay(Statements request) throws SQLException {
        for (Transaction transaction : request.transactions()) {
            try (Connection connection = pool.getConnection()) {
                connection.setReadOnly(transaction.readOnly());
                connection.setAutoCommit(!transaction.explicit());
                for (Statement statement : transaction.statements()) {
                    execute(connection, statement);
                }
                if (transaction.explicit()) {
                    connection.commit();
                }
            }
        }
    }

    private static void execute(Connection connection, Statement statement) throws SQLException {
        try (PreparedStatement prepared = prepare(connection, statement)) {
            if (prepared.execute()) {
                readAll(prepared.getResultSet());
            }
        }
    }

    static PreparedStatement prepare(Connection connection, Statement statement) throws SQLException {
        return prepare(connection, "", statement);
    }

    /** @param before what to put in front of the statement */
    static PreparedStatement prepare(Connection connection, String before, Statement statement) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(
                before + PLACEHOLDER.matcher(statement.sql()).replaceAll("?"));
        int index = 0;
        for (@Nullable String value : statement.parameters()) {
            if (value == null) {
                prepared.setNull(++index, Types.NULL);
            } else if (UUIDS.matcher(value).matches()) {
                prepared.setObject(++index, uuids(value));
            } else {
                prepared.setString(++index, value);
            }
        }
        return prepared;
    }

    /** The server knows the type of a value by where it stands, but not that of an array to be unnested. */
    private static PGobject uuids(String value) throws SQLException {
        var array = new PGobject();
        array.setType("_uuid");
        array.setValue(value);
        return array;
    }

    private static void readAll(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                rows.getObject(column);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
