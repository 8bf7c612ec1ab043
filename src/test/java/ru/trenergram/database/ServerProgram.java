package ru.trenergram.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/** The embedded server in a process of its own: does what it is told in SQL, says "done" and waits to be killed. */
final class ServerProgram {

    private ServerProgram() {}

    static void main(String[] args) throws Exception {
        var server = EmbeddedServer.start(Path.of(args[0]));
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.USER, "");
                var statement = connection.createStatement()) {
            for (int i = 1; i < args.length; i++) {
                statement.execute(args[i]);
            }
        }
        System.out.println("done");
        System.in.read();
    }
}
