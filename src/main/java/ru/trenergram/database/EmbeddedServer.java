package ru.trenergram.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import ru.trenergram.base.StartupException;

/**
 * A PostgreSQL server of our own, kept in the data folder. The library that brings it is made for tests and switches
 * durability off; here it is on, and a start finds its way after a {@code kill -9} of the service, of the server, or of
 * both, at any moment. A server that ends while the service lives is started again, on the same port.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String USER = "postgres";

    /** The release of the binaries in pom.xml; a cluster of another one cannot be read. */
    static final String MAJOR_VERSION = "18";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** One that takes longer is not lost: it is found by its pid file, and waited for. */
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(5);

    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final String CLUSTER = "embedded-postgres";
    private static final String MARKER = "trenergram.ready";

    private final DataFolder folder;
    private final int port;
    private final Thread keeper =
            Thread.ofPlatform().daemon().name("embedded-postgres-keeper").unstarted(this::keep);
    private volatile EmbeddedPostgres server;
    private volatile boolean closing; // the library swallows interrupts

    private EmbeddedServer(DataFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
        this.port = server.getPort();
    }

    /** @throws StartupException when the folder is taken or not writable, or the server does not start */
    static EmbeddedServer start(Path dataDir) {
        DataFolder folder = DataFolder.take(dataDir);
        try {
            var started = new EmbeddedServer(folder, start(folder));
            started.postmaster().ifPresent(visible -> started.keeper.start());
            return started;
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
        var server = launcher(folder).start(); // with a fixed port the library may greet somebody else's server
        markFinished(cluster);
        return server;
    }

    private static EmbeddedPostgres.Builder launcher(DataFolder folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.path().resolve(CLUSTER))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        folder.path().resolve("postgres-binaries").toFile())
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(Redirect.appendTo(freshLog(folder)))
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
                .setLocaleConfig("locale", "C");
    }

    /** Somebody may end the server alone, and so does Linux when memory runs out. */
    private void keep() {
        try {
            while (!closing) {
                Optional<ProcessHandle> postmaster = postmaster();
                if (postmaster.isPresent()) {
                    postmaster.get().onExit().get();
                }
                log.warn("The embedded PostgreSQL has ended; it is started again");
                startAgain();
            }
        } catch (InterruptedException _) {
            // closing
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void startAgain() throws InterruptedException {
        while (!closing && postmaster().isEmpty()) {
            try {
                server.close(); // lets go of what the library holds
                // but not of the lock of a start that failed; the folder has a lock of its own
                Files.deleteIfExists(folder.path().resolve(CLUSTER).resolve("epg-lock"));
                // postmaster.pid stays: by it PostgreSQL knows whether a process of the former server still lives
                server = launcher(folder)
                        .setPort(port)
                        .setPGStartupWait(RESTART_LIMIT)
                        .start();
            } catch (IOException | RuntimeException e) {
                log.warn("The embedded PostgreSQL did not start: {}; see {}", e.toString(), logFile(folder));
                Thread.sleep(AGAIN);
            }
        }
    }

    private Optional<ProcessHandle> postmaster() {
        Path cluster = folder.path().resolve(CLUSTER);
        try (Stream<String> lines = Files.lines(cluster.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> Leftovers.worksOn(cluster, process));
        } catch (IOException | UncheckedIOException | NumberFormatException none) {
            return Optional.empty();
        }
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
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER;
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            closing = true;
            keeper.interrupt();
            keeper.join();
            server.close();
            Leftovers.stop(folder.path().resolve(CLUSTER)); // what the keeper was just about to start
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
