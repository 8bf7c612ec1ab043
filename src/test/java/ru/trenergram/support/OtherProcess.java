package ru.trenergram.support;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Java program on the tests' class path in a process of its own, to be killed or to see how it ends. */
public final class OtherProcess implements AutoCloseable {

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    public static OtherProcess start(Class<?> program, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new OtherProcess(builder.start());
    }

    /** Without ical4j, which only the tests have: it answers the JVM's first question for a time zone, and prints lines. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("ical4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The next line that it prints; null when it has ended. */
    public @Nullable String readLine() throws IOException {
        return process.inputReader(StandardCharsets.UTF_8).readLine();
    }

    /** All that it prints, until it ends. */
    public List<String> readAll() {
        return process.inputReader(StandardCharsets.UTF_8).lines().toList();
    }

    public long pid() {
        return process.pid();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It still runs");
        }
        return process.exitValue();
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
