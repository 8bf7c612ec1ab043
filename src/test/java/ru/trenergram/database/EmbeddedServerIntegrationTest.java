package ru.trenergram.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.trenergram.base.StartupException;
import ru.trenergram.support.OtherProcess;

class EmbeddedServerIntegrationTest {

    private static final Map<String, String> C_LOCALE = Map.of("LC_ALL", "C");

    @TempDir
    Path folder;

    @Test
    void what_was_committed_survives_a_kill_and_the_folder_belongs_to_one_service() throws Exception {
        try (var killed = OtherProcess.start(
                ServerProgram.class,
                C_LOCALE,
                folder.toString(),
                "CREATE TABLE notes (text text)",
                "INSERT INTO notes VALUES (U&'\\0416\\0438\\0437\\043D\\044C')")) {
            awaitDone(killed);
            assertThatThrownBy(() -> EmbeddedServer.start(folder))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining(folder.toRealPath() + " is in use")
                    .hasMessageContaining("DATA_DIR");
            killed.kill();
        }
        try (var server = EmbeddedServer.start(folder)) {
            assertThat(query(server, "SELECT text FROM notes WHERE text ILIKE 'жИЗ%'"))
                    .isEqualTo("Жизнь");
            assertThatThrownBy(() -> EmbeddedServer.start(folder)).hasMessageContaining("is in use");
            durable(server);
        }
        pretendThatItRuns(ProcessHandle.current().pid());
        try (var server = EmbeddedServer.start(folder)) {
            assertThat(query(server, "SELECT count(*) FROM notes")).isEqualTo("1");
            kill(postmasterOf(folder));
            assertThat(postmasterOf(folder)).isNotNull();
        }
        try (var server = EmbeddedServer.start(folder)) {
            assertThat(query(server, "SELECT count(*) FROM notes")).isEqualTo("1");
            assertThat(query(server, "SHOW server_version")).startsWith(EmbeddedServer.MAJOR_VERSION + ".");
        }
        assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
        refusesAnotherRelease();
    }

    @Test
    void a_server_that_is_killed_alone_is_back_on_its_port_with_what_was_committed() throws Exception {
        try (var server = EmbeddedServer.start(folder)) {
            execute(server, "CREATE TABLE notes AS SELECT 'kept' AS text");
            String former = postmasterOf(folder);

            kill(former);
            kill(anotherPostmaster(former)); // while it is starting

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(query(server, "SELECT text FROM notes")).isEqualTo("kept"));
            assertThat(postmasterOf(folder)).isNotEqualTo(former);
        }
        assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void a_kill_while_the_cluster_is_made_is_forgotten() throws Exception {
        try (var killed = OtherProcess.start(ServerProgram.class, C_LOCALE, folder.toString())) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> Files.exists(cluster().resolve("base/1")));
            killed.kill();
        }
        assertThat(cluster().resolve("trenergram.ready")).doesNotExist();

        try (var server = EmbeddedServer.start(folder)) {
            assertThat(query(server, "SELECT lower('Ж')")).isEqualTo("ж");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_sentence() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> EmbeddedServer.start(file.resolve("data")))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("DATA_DIR");
    }

    private void durable(EmbeddedServer server) throws SQLException {
        assertThat(query(server, "SHOW fsync")).isEqualTo("on");
        assertThat(query(server, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query(server, "SHOW unix_socket_directories")).isEmpty();
        assertThat(query(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }

    private void refusesAnotherRelease() throws IOException {
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedServer.start(folder)).hasMessageContaining("written by PostgreSQL 17");
    }

    /** A pid file whose process is somebody else by now, here this very test. */
    private void pretendThatItRuns(long pid) throws IOException {
        Files.writeString(
                cluster().resolve("postmaster.pid"),
                pid + "\n" + cluster() + "\n1700000000\n5432\n\n127.0.0.1\n1 1\nready\n");
    }

    private static void kill(@Nullable String postmaster) {
        ProcessHandle.of(Long.parseLong(String.valueOf(postmaster))).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    private static String postmasterOf(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("embedded-postgres/postmaster.pid"))
                .getFirst()
                .strip();
    }

    private String anotherPostmaster(String former) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .ignoreExceptions()
                .until(() -> postmasterOf(folder), another -> !another.equals(former));
    }

    private Path cluster() {
        return folder.resolve("embedded-postgres");
    }

    private static void awaitDone(OtherProcess process) throws IOException {
        String line = "";
        while (!"done".equals(line)) {
            line = process.readLine();
            assertThat(line).as("the program must not end by itself").isNotNull();
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.USER, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String query(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.USER, "");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
