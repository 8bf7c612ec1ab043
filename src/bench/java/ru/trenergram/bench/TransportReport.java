package ru.trenergram.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of {@link Transport}, as Markdown. */
record TransportReport(Limited limited, Unlimited unlimited) {

    private static final String BEGIN = "<!-- figures of ./dev bench --only=telegram -->\n";
    private static final String END = "<!-- end of the transport's figures -->";

    /**
     * @param share of the allowed rate
     * @param aboveChats messages by which a chat's limit was passed
     * @param waits of the urgent messages, in milliseconds, the shortest first
     */
    record Limited(int messages, double share, int mostInASecond, int aboveChats, List<Double> waits) {

        double waited(double percentile) {
            return waits.get((int) Math.ceil(waits.size() * percentile) - 1);
        }
    }

    /** @param early bytes alive after a quarter of the messages @param late after all of them */
    record Unlimited(int messages, double perSecond, boolean inOrder, long early, long late) {

        double growth() {
            return (double) late / early - 1;
        }
    }

    private record Row(String what, String aim, String measured, boolean met) {

        String text() {
            return "| %s | %s | %s | %s |".formatted(what, aim, measured, met ? "yes" : "**no**");
        }
    }

    private List<Row> rows() {
        return List.of(
                new Row(
                        "share of the 30 messages a second that are allowed",
                        "97 %",
                        format("%.1f %%", limited.share() * 100),
                        limited.share() >= 0.97),
                new Row(
                        "most in whatever second",
                        "30",
                        Integer.toString(limited.mostInASecond()),
                        limited.mostInASecond() <= 30),
                new Row(
                        "messages above a chat's limit",
                        "0",
                        Integer.toString(limited.aboveChats()),
                        limited.aboveChats() == 0),
                new Row(
                        "wait of urgent messages, p50 / p95 / longest",
                        "p95 1 000 ms",
                        format("%.0f / %.0f / %.0f ms", limited.waited(0.5), limited.waited(0.95), limited.waited(1)),
                        limited.waited(0.95) < 1_000),
                new Row(
                        "without limits, messages a second",
                        "1 500",
                        format("%,.0f", unlimited.perSecond()),
                        unlimited.perSecond() >= 1_500),
                new Row(
                        "each chat's in order, and once",
                        "all",
                        unlimited.inOrder() ? "all" : "not all",
                        unlimited.inOrder()),
                new Row(
                        "heap after a collection, at a quarter / at the end",
                        "grows by 10 % at most",
                        format("%.1f / %.1f MB", unlimited.early() / 1e6, unlimited.late() / 1e6),
                        unlimited.growth() <= 0.1));
    }

    boolean met() {
        return rows().stream().allMatch(Row::met);
    }

    String text() {
        return """
                %s, %d cores, %d GB of memory, JDK %s (`%s`). Command: `./dev bench --only=telegram`. With limits %,d messages \
                were sent, %d of them urgent; without limits %,d.

                | | aim | measured | met |
                |---|---|---|---|
                %s
                """.formatted(
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        Report.memory(),
                        Runtime.version().feature(),
                        String.join(" ", Service.flags()),
                        limited.messages(),
                        limited.waits().size(),
                        unlimited.messages(),
                        rows().stream().map(Row::text).collect(Collectors.joining("\n")));
    }

    void write() {
        Report.write(BEGIN, text(), END);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).replace(',', ' ');
    }
}
