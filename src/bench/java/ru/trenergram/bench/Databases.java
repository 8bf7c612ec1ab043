package ru.trenergram.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import ru.trenergram.base.Hashes;
import ru.trenergram.database.BenchServer;

/**
 * The seeded databases. Seeding takes minutes, so its result is kept as a template for the rest of the day; what is
 * measured is a fresh copy of it, so that no run sees what another one has booked.
 */
final class Databases {

    static final String NAME = "bench";

    private final BenchServer server;
    private final LocalDate today;

    Databases(BenchServer server, LocalDate today) {
        this.server = server;
        this.today = today;
    }

    /** @return the JDBC address of a fresh copy */
    String create(Size size, boolean seedAgain) {
        String template = "seed_" + size.label();
        try (Connection postgres = connect("postgres")) {
            if (seedAgain || !isSeeded(postgres, template)) {
                Out.line("Seeding %,d bookings (once a day) …", size.bookings());
                execute(postgres, "DROP DATABASE IF EXISTS " + template + " WITH (FORCE)");
                execute(postgres, "CREATE DATABASE " + template);
                seed(template, size);
                execute(postgres, "COMMENT ON DATABASE " + template + " IS '" + key(template) + "'");
            }
            String copy = NAME + "_" + size.label();
            execute(postgres, "DROP DATABASE IF EXISTS " + copy + " WITH (FORCE)");
            execute(postgres, "CREATE DATABASE " + copy + " TEMPLATE " + template);
            execute(postgres, "CHECKPOINT");
            return server.url(copy);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the JDBC address of one that nobody has used yet */
    String empty(String name) {
        String database = NAME + "_" + name;
        try (Connection postgres = connect("postgres")) {
            execute(postgres, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
            execute(postgres, "CREATE DATABASE " + database);
            flyway(database).migrate();
            return server.url(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isSeeded(Connection postgres, String template) throws SQLException {
        try (var query = postgres.prepareStatement(
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = ?")) {
            query.setString(1, template);
            var rows = query.executeQuery();
            return rows.next() && key(template).equals(rows.getString(1));
        }
    }

    /** Names everything that the seeded rows follow from. */
    private String key(String template) {
        String migrations = Arrays.stream(flyway(template).info().all())
                .map(migration -> migration.getScript() + " " + migration.getChecksum())
                .sorted()
                .collect(Collectors.joining("\n"));
        byte[] hash = Hashes.sha256((migrations + seedScript()).getBytes(StandardCharsets.UTF_8));
        return today + " " + HexFormat.of().formatHex(hash);
    }

    private void seed(String template, Size size) throws SQLException {
        flyway(template).migrate();
        try (Connection connection = connect(template)) {
            execute(
                    connection,
                    seedScript()
                            .replace("${today}", today.toString())
                            .replace("${busy_trainers}", Integer.toString(size.busyTrainers())));
            execute(connection, "VACUUM ANALYZE");
        }
    }

    private Flyway flyway(String database) {
        return Flyway.configure()
                .dataSource(server.url(database), "postgres", "")
                .locations("classpath:db/migration")
                .load();
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.url(database), "postgres", "");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String seedScript() {
        try (var script = Databases.class.getResourceAsStream("/seed.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
