package ru.trenergram.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.trenergram.bench.Statements.Transaction;

/**
 * Finds out what the service asks of its database for one request, by asking it one request after another while the
 * database logs. What the service also asks when nobody asks it anything is left out.
 */
final class Recorder implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(15);
    static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Service service;
    private final Database database;
    private final StatementLog log;
    private final Set<String> background;

    Recorder(Service service, Database database, Path logFile) throws InterruptedException {
        this.service = service;
        this.database = database;
        database.execute("ALTER SYSTEM SET log_statement = 'all'");
        database.execute("ALTER SYSTEM SET log_line_prefix = '" + StatementLog.PREFIX + "'");
        database.execute("SELECT pg_reload_conf()");
        Thread.sleep(500); // until every session has heard of it
        this.log = new StatementLog(logFile, database);
        Thread.sleep(IDLE);
        this.background = log.read().stream()
                .flatMap(transaction -> transaction.statements().stream())
                .map(Statements.Statement::sql)
                .collect(Collectors.toSet());
    }

    Statements read(Call call) {
        log.read();
        service.answer(call);
        return new Statements(requested());
    }

    /** Also what was done later because of the request: by those who listen to events, each in its own transaction. */
    RecordedBooking booking(Wish wish, Questions questions) throws InterruptedException {
        Call call = questions.booking(wish);
        log.read();
        Instant from = Instant.now();
        service.answer(call);
        List<Transaction> ours = new ArrayList<>(requested());
        database.settle();
        Set<String> marks = new HashSet<>(marks(ours));
        for (Transaction later : requested()) {
            if (marks(List.of(later)).stream().anyMatch(marks::contains)) {
                ours.add(later);
            }
        }
        return new RecordedBooking(wish, from, new Statements(ours));
    }

    private List<Transaction> requested() {
        return log.read().stream()
                .filter(transaction -> !transaction.consistsOf(background))
                .toList();
    }

    private static Set<String> marks(List<Transaction> transactions) {
        return transactions.stream()
                .flatMap(Transaction::values)
                .flatMap(Recorder::uuids)
                .collect(Collectors.toSet());
    }

    private static Stream<String> uuids(String value) {
        return UUID.matcher(value).results().map(java.util.regex.MatchResult::group);
    }

    @Override
    public void close() {
        database.execute("ALTER SYSTEM RESET ALL");
        database.execute("SELECT pg_reload_conf()");
    }
}
