package ru.trenergram.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The same questions with the same answers, asked of the small and of the large table in turns.
 *
 * @param ofSmall pages touched a request, by statement
 * @param ratios of the throughput with the large table to that with the small one, a turn each
 */
record Growth(List<Double> ratios, Map<String, Double> ofSmall, Map<String, Double> ofLarge, long errors) {

    private static final double TOLERANCE = 0.2;
    private static final double SAME_PAGES = 0.5; // a week may or may not begin where a page does

    double median() {
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    boolean met() {
        return errors == 0 && Math.abs(median() - 1) <= TOLERANCE && differing().isEmpty();
    }

    /** The statements that touch more or fewer pages in the large table, but for where a page of an index ends. */
    private List<String> differing() {
        return ofLarge.keySet().stream()
                .filter(sql -> Math.abs(ofLarge.get(sql) - ofSmall.getOrDefault(sql, 0.0)) >= SAME_PAGES)
                .toList();
    }

    String text() {
        String pages =
                "Slots with 1 000 000 bookings in the table, beside 10 000: %.2f of the throughput (the median of %s; aim 0.8 to 1.2); %.1f pages a request, beside %.1f. Met: %s."
                        .formatted(
                                median(),
                                ratios.stream().map("%.2f"::formatted).toList(),
                                sum(ofLarge),
                                sum(ofSmall),
                                met() ? "yes" : "**no**");
        return pages
                + differing().stream()
                        .map(sql -> "%n- %.2f instead of %.2f pages: `%s`"
                                .formatted(ofLarge.get(sql), ofSmall.get(sql), sql.replaceAll("\\s+", " ")))
                        .collect(Collectors.joining());
    }

    private static double sum(Map<String, Double> pages) {
        return pages.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
