package ru.trenergram.bench;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.trenergram.bench.Statements.Statement;

/** How many pages PostgreSQL touches, in memory or not, to answer what a request asks. */
final class Buffers {

    private static final Pattern TOUCHED = Pattern.compile("\"Shared (?:Hit|Read) Blocks\": (\\d+)");

    private Buffers() {}

    /** By the text of the statement, a request; the second time, when the session knows the tables. */
    static Map<String, Double> touched(Database database, List<Statements> requests) {
        count(database, requests);
        return count(database, requests);
    }

    private static Map<String, Double> count(Database database, List<Statements> requests) {
        return requests.stream()
                .flatMap(request -> request.transactions().stream())
                .flatMap(transaction -> transaction.statements().stream())
                .collect(Collectors.groupingBy(
                        Statement::sql,
                        LinkedHashMap::new,
                        Collectors.summingDouble(
                                statement -> touched(database, statement) / (double) requests.size())));
    }

    /** The counts of the topmost node, which stand first, hold those of all below. */
    private static long touched(Database database, Statement statement) {
        String before = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ";
        try (var explain = Floor.prepare(database.connection(), before, statement);
                var rows = explain.executeQuery()) {
            rows.next();
            return TOUCHED.matcher(rows.getString(1))
                    .results()
                    .limit(2)
                    .mapToLong(count -> Long.parseLong(count.group(1)))
                    .sum();
        } catch (SQLException e) {
            throw new IllegalStateException(statement.sql(), e);
        }
    }
}
