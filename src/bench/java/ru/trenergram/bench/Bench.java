package ru.trenergram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ru.trenergram.bench.Options.Part;
import ru.trenergram.database.BenchServer;

/** {@code ./dev bench}. */
final class Bench {

    private static final Path HOME = Path.of("target", "bench").toAbsolutePath();
    private static final Path SERVER_LOG = HOME.resolve("embedded-postgres.log");
    private static final int RECORDED_BOOKINGS = 40;
    private static final int GROWTH_TURNS = 5;

    private final Options options;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private Bench(Options options) {
        this.options = options;
    }

    /** Ends the process in any case: Gatling leaves threads behind. */
    public static void main(String[] arguments) {
        boolean met = false;
        try {
            met = new Bench(Options.of(arguments)).run();
        } catch (InterruptedException | IOException | RuntimeException e) {
            e.printStackTrace();
        }
        System.exit(met ? 0 : 1);
    }

    /** Whether all aims are met. */
    private boolean run() throws InterruptedException, IOException {
        var closed = new CountDownLatch(1);
        try (var server = BenchServer.start(HOME)) {
            closeWhenStopped(server, closed);
            var databases = new Databases(server, today);
            boolean met = true;
            if (options.parts().contains(Part.REQUESTS)) {
                met = requests(databases).met();
            }
            if (options.parts().contains(Part.TELEGRAM)) {
                met &= new Transport(options, databases, HOME).run().met();
            }
            if (options.parts().contains(Part.PANELS)) {
                met &= new Panels(options, databases, HOME, today).run().met();
            }
            return met;
        } finally {
            closed.countDown();
        }
    }

    private Report requests(Databases databases) throws InterruptedException, IOException {
        try (var telegram = new BotApi(true)) {
            String small = databases.create(Size.SMALL, options.fresh());
            String large = databases.create(Size.LARGE, options.fresh());
            Recording recording = record(large);
            try (var service = service("large", large, telegram, Map.of()).started();
                    var other = service("small", small, telegram, Map.of()).started();
                    var largeTable = new Database(large);
                    var smallTable = new Database(small);
                    var floor = new Floor(large)) {
                Growth growth = growth(recording, service, other, largeTable, smallTable);
                other.close();
                List<Comparison> comparisons = List.of(
                        reads("slots of a week", recording.weeks(), recording.weekStatements(), service, floor),
                        reads("a trainer's day", recording.days(), recording.dayStatements(), service, floor),
                        bookings(recording, service, largeTable, floor));
                var report = new Report(today, largeTable.text("SHOW server_version"), comparisons, growth);
                Out.line("%n%s", report.text());
                if (!options.quick()) {
                    report.write();
                }
                return report;
            }
        }
    }

    /** Ctrl-C ends the service and the database as well, also in the middle of a long statement. */
    private static void closeWhenStopped(BenchServer server, CountDownLatch closed) {
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            worker.interrupt();
            try {
                if (!closed.await(15, TimeUnit.SECONDS)) {
                    server.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static Service service(String name, String url, BotApi telegram, Map<String, String> more) {
        return new Service(HOME, name, url, telegram.url(), more);
    }

    /** What is asked, with the statements that follow from it. */
    private record Recording(
            List<Call> weeks,
            List<Statements> weekStatements,
            List<Call> days,
            List<Statements> dayStatements,
            List<Call> weeksOfFew,
            List<Statements> statementsOfFew,
            List<RecordedBooking> bookings,
            Queue<Wish> wishes,
            Questions questions) {}

    /** By a service that has no periodic jobs and gets no message sent, so that all it asks is for a request's sake. */
    private Recording record(String url) throws InterruptedException, IOException {
        Out.line("Recording what the service asks of its database …");
        try (var telegram = new BotApi(false);
                var service = service("recording", url, telegram, Map.of("SPRING_QUARTZ_AUTO_STARTUP", "false"))
                        .started();
                var database = new Database(url)) {
            var questions = new Questions(today, new Tokens(service));
            List<Call> weeks = questions.weeks();
            List<Call> days = questions.days();
            List<Call> weeksOfFew = questions.weeksOfFew();
            Queue<Wish> wishes = new ConcurrentLinkedQueue<>(questions.wishes(service));
            Out.line("%,d times can be booked", wishes.size());
            try (var recorder = new Recorder(service, database, SERVER_LOG)) {
                List<RecordedBooking> bookings = new ArrayList<>();
                for (int i = 0; i < RECORDED_BOOKINGS; i++) {
                    bookings.add(recorder.booking(wishes.remove(), questions));
                }
                var recording = new Recording(
                        weeks,
                        weeks.stream().map(recorder::read).toList(),
                        days,
                        days.stream().map(recorder::read).toList(),
                        weeksOfFew,
                        weeksOfFew.stream().map(recorder::read).toList(),
                        bookings,
                        wishes,
                        questions);
                show("a week", recording.weekStatements().getLast());
                show("a day", recording.dayStatements().getLast());
                show("a booking", bookings.getLast().statements());
                return recording;
            }
        }
    }

    private static void show(String name, Statements statements) throws IOException {
        Path file = HOME.resolve(name.replaceAll("\\W+", "-") + ".sql");
        Files.writeString(file, statements.text());
        Out.line("%d statements for %s: %s", statements.count(), name, file);
    }

    private Comparison reads(String name, List<Call> calls, List<Statements> statements, Service service, Floor floor)
            throws InterruptedException {
        Out.line("Measuring %s …", name);
        Tally ofService = new Tally();
        Tally ofFloor = new Tally();
        load(service, any(calls), new Tally(), true);
        floor.run(any(statements), options.warmUp(), new Tally());
        for (int turn = 0; turn < options.turns(); turn++) {
            load(service, any(calls), ofService, false);
            floor.run(any(statements), options.turn(), ofFloor);
        }
        return told(new Comparison(name, 0.5, statements.getFirst().count(), ofService, ofFloor));
    }

    /** A booking is done when all who listen to it are, so that nothing is left for later at the cost of nobody. */
    private Comparison bookings(Recording recording, Service service, Database table, Floor floor)
            throws InterruptedException {
        Out.line("Measuring bookings …");
        Supplier<Call> calls =
                () -> recording.questions().booking(recording.wishes().remove());
        Supplier<Statements> statements =
                () -> any(recording.bookings()).get().of(recording.wishes().remove(), Instant.now());
        Tally ofService = new Tally();
        Tally ofFloor = new Tally();
        load(service, calls, new Tally(), true);
        table.settle();
        floor.run(statements, options.warmUp(), new Tally());
        for (int turn = 0; turn < options.turns(); turn++) {
            load(service, calls, ofService, false);
            long since = System.nanoTime();
            table.settle();
            long late = System.nanoTime() - since;
            ofService.took(late);
            Out.line("Those who listen were done %.1f s later", late / 1e9);
            long before = table.number("SELECT count(*) FROM occupancy");
            long counted = ofFloor.count();
            floor.run(statements, options.turn(), ofFloor);
            long made = table.number("SELECT count(*) FROM occupancy") - before;
            if (made != ofFloor.count() - counted) {
                throw new IllegalStateException("The floor says it has made %d bookings, and there are %d"
                        .formatted(ofFloor.count() - counted, made));
            }
        }
        int count = recording.bookings().getFirst().statements().count();
        return told(new Comparison("creating a booking", 0.4, count, ofService, ofFloor));
    }

    private Growth growth(Recording recording, Service large, Service small, Database largeTable, Database smallTable)
            throws InterruptedException {
        Out.line("Comparing 10 000 and 1 000 000 bookings …");
        for (Call call : recording.weeksOfFew()) {
            if (!large.answer(call).equals(small.answer(call))) {
                throw new IllegalStateException("The two databases answer differently: " + call.path());
            }
        }
        largeTable.execute("VACUUM"); // those who signed in have left old versions of themselves
        smallTable.execute("VACUUM");
        Supplier<Call> calls = any(recording.weeksOfFew());
        load(small, calls, new Tally(), true);
        load(large, calls, new Tally(), true);
        List<Double> ratios = new ArrayList<>();
        long errors = 0;
        for (int turn = 0; turn < GROWTH_TURNS; turn++) {
            Tally ofSmall = new Tally();
            Tally ofLarge = new Tally();
            load(small, calls, ofSmall, false);
            load(large, calls, ofLarge, false);
            ratios.add(ofLarge.perSecond() / ofSmall.perSecond());
            errors += ofSmall.errors() + ofLarge.errors();
        }
        var growth = new Growth(
                ratios,
                Buffers.touched(smallTable, recording.statementsOfFew()),
                Buffers.touched(largeTable, recording.statementsOfFew()),
                errors);
        Out.line("%s", growth.text());
        return growth;
    }

    private void load(Service service, Supplier<Call> calls, Tally tally, boolean warmUp) {
        Duration ofService = service.processorTime();
        Duration ours = Service.processorTime(ProcessHandle.current());
        Load.run(HOME, service.url(""), calls, warmUp ? options.warmUp() : options.turn(), tally);
        tally.cost(
                service.processorTime().minus(ofService),
                Service.processorTime(ProcessHandle.current()).minus(ours));
    }

    private static <T> Supplier<T> any(List<T> all) {
        return () -> all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }

    private static Comparison told(Comparison comparison) {
        Out.line("%s", comparison.row());
        return comparison;
    }
}
