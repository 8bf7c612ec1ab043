package ru.trenergram.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What came of {@link Panels}, as Markdown.
 *
 * @param rows bookings of the club whose list is opened
 */
record PanelReport(long rows, List<Opening> openings, Sessions sessions) {

    private static final String BEGIN = "<!-- figures of ./dev bench --only=panels -->\n";
    private static final String END = "<!-- end of the panels' figures -->";
    private static final int OPEN_MS = 1_000;
    private static final int ANSWER_MS = 150;

    /**
     * From the click, or the address, to what is on the page; milliseconds, the shortest first.
     *
     * @param within by a link on another page of the panel
     * @param anew with the whole panel, as after a reload
     */
    record Opening(String page, List<Double> within, List<Double> anew) {

        boolean met() {
            return median(within) < OPEN_MS;
        }

        String row() {
            return "| %s | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            page,
                            number(median(within)),
                            number(within.getLast()),
                            number(OPEN_MS),
                            met() ? "yes" : "**no**",
                            number(median(anew)),
                            number(anew.getLast()));
        }

        private static double median(List<Double> millis) {
            return millis.get(millis.size() / 2);
        }
    }

    /** @param bytes of the heap for each */
    record Sessions(int count, long bytes, Tally answers) {

        boolean met() {
            return answers.millis(0.95) < ANSWER_MS && answers.errors() == 0;
        }

        String row() {
            return "| %d | %s KiB | %s | %s | %s | %d | %d | %s |"
                    .formatted(
                            count,
                            number(bytes / 1024.0),
                            number(answers.perSecond()),
                            number(answers.millis(0.5)),
                            number(answers.millis(0.95)),
                            ANSWER_MS,
                            answers.errors(),
                            met() ? "yes" : "**no**");
        }
    }

    boolean met() {
        return sessions.met() && openings.stream().allMatch(Opening::met);
    }

    String text() {
        return """
                %s, %d cores, %d GB of memory, JDK %s (`%s`). Command: `./dev bench --only=panels`. The list is that of a club \
                with %s bookings.

                | page | by a link, median ms | longest ms | aim, median | met | with the whole panel, median ms | longest ms |
                |---|---|---|---|---|---|---|
                %s

                | open sessions | heap of one | interactions/s | p50 ms | p95 ms | aim, p95 | errors | met |
                |---|---|---|---|---|---|---|---|
                %s
                """.formatted(
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        Report.memory(),
                        Runtime.version().feature(),
                        String.join(" ", Service.flags()),
                        number(rows),
                        openings.stream().map(Opening::row).collect(Collectors.joining("\n")),
                        sessions.row());
    }

    void write() {
        Report.write(BEGIN, text(), END);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
    }
}
