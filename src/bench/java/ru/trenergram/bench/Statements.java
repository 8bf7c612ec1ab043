package ru.trenergram.bench;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the service asked of its database on behalf of one request: transactions, in their order. */
record Statements(List<Transaction> transactions) {

    record Statement(String sql, List<@Nullable String> parameters) {

        boolean begins() {
            return sql.startsWith("BEGIN");
        }

        boolean control() {
            return begins() || sql.equals("COMMIT") || sql.equals("ROLLBACK");
        }
    }

    /** Without its BEGIN and COMMIT. @param explicit whether it had them */
    record Transaction(boolean explicit, boolean readOnly, List<Statement> statements) {

        boolean consistsOf(Set<String> known) {
            return statements.stream().allMatch(statement -> known.contains(statement.sql()));
        }

        Stream<String> values() {
            return statements.stream()
                    .flatMap(statement -> statement.parameters().stream())
                    .filter(java.util.Objects::nonNull);
        }
    }

    int count() {
        return transactions.stream()
                .mapToInt(transaction -> transaction.statements().size())
                .sum();
    }

    String text() {
        return transactions.stream()
                .flatMap(transaction -> transaction.statements().stream())
                .map(statement -> statement.sql() + ";\n-- " + statement.parameters() + "\n")
                .collect(Collectors.joining("\n"));
    }

    Statements with(UnaryOperator<String> values) {
        return new Statements(transactions.stream()
                .map(transaction -> new Transaction(
                        transaction.explicit(),
                        transaction.readOnly(),
                        transaction.statements().stream()
                                .map(statement -> new Statement(
                                        statement.sql(),
                                        statement.parameters().stream()
                                                .map(value -> value == null ? null : values.apply(value))
                                                .toList()))
                                .toList()))
                .toList());
    }
}
