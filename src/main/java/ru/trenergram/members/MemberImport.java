package ru.trenergram.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded list of clients.
 *
 * @param fields what each column is for
 * @param total how many rows it has
 * @param outcomes of the rows that have been applied; absent when none
 */
public record MemberImport(
        long id,
        String fileName,
        List<String> headings,
        List<Optional<ImportField>> fields,
        int total,
        State state,
        Instant createdAt,
        @Nullable Instant finishedAt,
        Map<ImportOutcome.Kind, Integer> outcomes) {

    public enum State {
        /** Uploaded, and looked at. */
        DRAFT,
        RUNNING,
        DONE
    }

    public int applied() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(ImportOutcome.Kind kind) {
        return outcomes.getOrDefault(kind, 0);
    }

    /** A row with what becomes, or has become, of it. */
    public record Line(int number, List<String> cells, ImportOutcome outcome) {}

    /**
     * What would happen now.
     *
     * @param counts of all rows
     * @param lines the first of each kind
     */
    public record Preview(Map<ImportOutcome.Kind, Integer> counts, List<Line> lines) {}
}
