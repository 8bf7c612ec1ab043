package ru.trenergram.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.StartupException;

/**
 * The folder that holds the embedded database, ours alone as long as this object is open. The operating system lets go
 * of the lock when the process dies, however it dies.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** @throws StartupException when the folder cannot be written, or another process holds it */
    static DataFolder take(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Path path = absolute.toRealPath();
            var channel = FileChannel.open(
                    path.resolve("trenergram.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartupException(
                        "The data folder " + path
                                + " is in use by another running Trenergram: stop that one, or set DATA_DIR to another folder.");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StartupException(
                    "The data folder " + absolute
                            + " cannot be written: make it writable for this user, or set DATA_DIR to another folder.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    /** Without symbolic links, as the command lines of its servers name it. */
    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
