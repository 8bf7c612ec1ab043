package ru.trenergram.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.trenergram.bench.Statements.Statement;
import ru.trenergram.bench.Statements.Transaction;

/** Reads from PostgreSQL's own log which statements a database was sent, with their parameters. */
final class StatementLog {

    static final String PREFIX = "%p|%d|%a|";

    private static final Pattern LINE =
            Pattern.compile("^(\\d+)\\|([^|]*)\\|([^|]*)\\|([A-Z]+):  (.*)$", Pattern.DOTALL);
    private static final Pattern EXECUTED = Pattern.compile("^(?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']|'')*)')");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;
    private final Database ourselves;
    private final String database;
    private long position;
    /** What has begun and not ended, by the server's process. */
    private final Map<String, List<Statement>> open = new HashMap<>();

    StatementLog(Path file, Database ourselves) {
        this.file = file;
        this.ourselves = ourselves;
        this.database = ourselves.text("SELECT current_database()");
        this.position = file.toFile().length();
    }

    private record Entry(String process, String level, String text) {}

    /** The transactions that ended since the last call, in that order. */
    List<Transaction> read() {
        List<Transaction> transactions = new ArrayList<>();
        for (var entry : statements()) {
            String process = entry.getKey();
            Statement statement = entry.getValue();
            if (statement.begins()) {
                open.put(process, new ArrayList<>(List.of(statement)));
            } else if (!open.containsKey(process)) {
                if (!statement.control()) {
                    transactions.add(new Transaction(false, false, List.of(statement)));
                }
            } else if (statement.control()) {
                List<Statement> whole = open.remove(process);
                boolean readOnly = whole.removeFirst().sql().contains("READ ONLY");
                transactions.add(new Transaction(true, readOnly, whole));
            } else {
                open.get(process).add(statement);
            }
        }
        return transactions;
    }

    private List<Map.Entry<String, Statement>> statements() {
        List<Map.Entry<String, Statement>> statements = new ArrayList<>();
        for (Entry entry : entries()) {
            if (entry.level().equals("LOG")) {
                var executed = EXECUTED.matcher(entry.text());
                // an empty one is the pool's: whether a connection that was idle still lives
                if (executed.matches() && !executed.group(1).isBlank()) {
                    statements.add(Map.entry(
                            entry.process(), new Statement(executed.group(1).strip(), List.of())));
                }
            } else if (entry.level().equals("DETAIL") && entry.text().startsWith("Parameters: ")) {
                String sql = statements.removeLast().getValue().sql();
                statements.add(Map.entry(entry.process(), new Statement(sql, parameters(entry.text()))));
            }
        }
        return statements;
    }

    private static List<@Nullable String> parameters(String text) {
        List<@Nullable String> values = new ArrayList<>();
        for (var parameter = PARAMETER.matcher(text); parameter.find(); ) {
            String value = parameter.group(1);
            values.add(value == null ? null : value.replace("''", "'"));
        }
        return values;
    }

    private List<Entry> entries() {
        List<StringBuilder> texts = new ArrayList<>();
        for (String line : unread().split("\n")) {
            if (line.startsWith("\t") && !texts.isEmpty()) {
                texts.getLast().append('\n').append(line, 1, line.length());
            } else {
                texts.add(new StringBuilder(line));
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (StringBuilder text : texts) {
            var line = LINE.matcher(text);
            if (line.matches()
                    && line.group(2).equals(database)
                    && !line.group(3).equals(Database.OURSELVES)) {
                entries.add(new Entry(line.group(1), line.group(4), line.group(5)));
            }
        }
        return entries;
    }

    /** All that was logged before now. The log is written a little later, so a mark of our own tells where it ends. */
    private String unread() {
        String mark = UUID.randomUUID().toString();
        ourselves.text("SELECT '" + mark + "'");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            while (true) {
                log.seek(position);
                byte[] bytes = new byte[(int) (log.length() - position)];
                log.readFully(bytes);
                String text = new String(bytes, StandardCharsets.UTF_8);
                int end = text.indexOf('\n', text.indexOf(mark));
                if (text.contains(mark) && end > 0) { // what stands behind it may be half a message
                    String whole = text.substring(0, end + 1);
                    position += whole.getBytes(StandardCharsets.UTF_8).length;
                    return whole;
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("The database does not log: see " + file);
                }
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
