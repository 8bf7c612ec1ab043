package ru.trenergram.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** The figures, as Markdown. */
record Report(LocalDate date, String database, List<Comparison> comparisons, Growth growth) {

    private static final Path FILE = Path.of("docs", "benchmarks.md");
    private static final String BEGIN = "<!-- figures of ./dev bench -->\n";
    private static final String END = "<!-- end of figures -->";

    boolean met() {
        return growth.met() && comparisons.stream().allMatch(Comparison::met);
    }

    String text() {
        return """
                %s, %d cores, %d GB of memory, JDK %s (`%s`), PostgreSQL %s. Command: `./dev bench`.

                | | requests/s | p50 ms | p95 ms | p99 ms | CPU ms, service | CPU ms, load | statements | floor/s | floor p99 ms | of the floor | aim | errors | met |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
                %s

                %s
                """.formatted(
                        date,
                        Runtime.getRuntime().availableProcessors(),
                        memory(),
                        Runtime.version().feature(),
                        String.join(" ", Service.flags()),
                        database,
                        comparisons.stream().map(Comparison::row).collect(Collectors.joining("\n")),
                        growth.text());
    }

    void write() {
        write(BEGIN, text(), END);
    }

    /** Puts figures into their place on the page. */
    static void write(String begin, String text, String end) {
        try {
            String page = Files.readString(FILE);
            String figures = begin + "\n" + text + "\n" + end;
            Files.writeString(FILE, page.replaceAll("(?s)" + begin + ".*" + end, Matcher.quoteReplacement(figures)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long memory() {
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return Math.round(system.getTotalMemorySize() / 1e9);
    }
}
