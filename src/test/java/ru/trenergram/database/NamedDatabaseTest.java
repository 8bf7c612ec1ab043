package ru.trenergram.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.trenergram.base.StartupException;
import ru.trenergram.support.TestDatabase;

class NamedDatabaseTest {

    @Test
    void a_database_in_order_is_accepted() {
        assertThatCode(() -> check(TestDatabase.create())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://user:secret@host/db", "jdbc:mysql://host/db", "jdbc:postgresql://host:port/db"})
    void what_is_no_address_of_a_postgresql_is_refused(String url) {
        assertThatThrownBy(() -> check(url))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("DATABASE_URL must name a PostgreSQL database as jdbc:postgresql://")
                .hasMessageNotContaining("secret");
    }

    @Test
    void nobody_listening_is_a_sentence() throws IOException {
        int port = freePort();

        assertThatThrownBy(() -> check("jdbc:postgresql://localhost:" + port + "/db?password=secret"))
                .isInstanceOf(StartupException.class)
                .hasMessage("The database localhost:" + port
                        + "/db cannot be reached: check that it runs, and the host and port in DATABASE_URL.");
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, check DATABASE_USERNAME and DATABASE_PASSWORD",
        "28000, check DATABASE_USERNAME and DATABASE_PASSWORD",
        "3D000, create it",
        "53300, max_connections",
        "XX000, broken inside"
    })
    void a_server_that_says_no_is_a_sentence(String sqlState, String advice) throws IOException {
        try (var server = serverThatAnswers(sqlState)) {
            assertThatThrownBy(
                            () -> check("jdbc:postgresql://localhost:" + server.getLocalPort() + "/db?sslmode=disable"))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining(advice);
        }
    }

    private static void check(String url) {
        NamedDatabase.check(new ConnectionDetails(url, "somebody", "secret"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Speaks just enough of the protocol to refuse: an ErrorResponse to the first message. */
    private static ServerSocket serverThatAnswers(String sqlState) throws IOException {
        var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    try (var socket = server.accept()) {
                        var in = new DataInputStream(socket.getInputStream());
                        in.skipNBytes(in.readInt() - Integer.BYTES);
                        socket.getOutputStream().write(errorResponse(sqlState));
                        socket.getOutputStream().flush();
                    }
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
        return server;
    }

    private static byte[] errorResponse(String sqlState) throws IOException {
        byte[] fields = ("SFATAL\0C" + sqlState + "\0Mbroken inside\0\0").getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte('E');
        out.writeInt(Integer.BYTES + fields.length);
        out.write(fields);
        return bytes.toByteArray();
    }
}
