package ru.trenergram.telegram;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ru.trenergram.support.MovableClock;

/** A node in a process of its own, to be killed. */
final class KilledNode implements AutoCloseable {

    private final Process process;

    KilledNode(String database, String apiUrl, String... settings) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                KilledNode.class.getName(),
                database,
                apiUrl));
        command.addAll(List.of(settings));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(new File("target/killed-node.log")))
                .start();
    }

    static void main(String[] arguments) throws InterruptedException {
        RunningBots.startNode(
                arguments[0],
                arguments[1],
                new MovableClock(),
                RunningBots.STAFF,
                Arrays.copyOfRange(arguments, 2, arguments.length));
        Thread.currentThread().join(); // without a web server only daemons are left
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
