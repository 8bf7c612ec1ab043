package ru.trenergram.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The PostgreSQL that {@code ./dev run} starts, with the same settings, for the benchmark. */
public final class BenchServer implements AutoCloseable {

    private final EmbeddedServer server;

    private BenchServer(EmbeddedServer server) {
        this.server = server;
    }

    public static BenchServer start(Path folder) {
        return new BenchServer(EmbeddedServer.start(folder));
    }

    /** The address of one of its databases, for the user {@code postgres} without a password. */
    public String url(String database) {
        String url = server.jdbcUrl();
        return url.substring(0, url.lastIndexOf('/') + 1) + database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
