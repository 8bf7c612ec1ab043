package ru.trenergram.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import ru.trenergram.base.Secrets;
import ru.trenergram.bench.PanelBrowser.Asked;

/** How fast the panels open with a million bookings, what an open session weighs, and how 200 of them are answered. */
final class Panels {

    private static final int SESSIONS = 200;
    private static final long OWNER = 4_000_000_001L;
    private static final Duration THINKING = Duration.ofSeconds(5);

    private final Options options;
    private final Databases databases;
    private final Path home;
    private final LocalDate today;

    Panels(Options options, Databases databases, Path home, LocalDate today) {
        this.options = options;
        this.databases = databases;
        this.home = home;
        this.today = today;
    }

    PanelReport run() throws InterruptedException, IOException {
        String url = databases.create(Size.LARGE, options.fresh());
        try (var telegram = new BotApi(true);
                var database = new Database(url)) {
            Out.line("Giving the bookings to two clubs …");
            for (String statement : script().split(";\\s*\n")) {
                database.execute(statement);
            }
            String many = "/club/" + database.number("SELECT id FROM club WHERE name = 'Миллион'");
            String few = "/club/" + database.number("SELECT id FROM club WHERE name = 'Двадцать пять'");
            long rows = database.number("""
                    SELECT count(*) FROM booking JOIN location ON location.id = location_id
                    JOIN club ON club.id = club_id WHERE club.name = 'Миллион'""");
            try (var service = new Service(home, "panels", url, telegram.url(), Map.of()).started()) {
                List<PanelReport.Opening> openings = openings(service, database, many, few);
                PanelReport.Sessions sessions = sessions(service, database, few);
                var report = new PanelReport(rows, openings, sessions);
                Out.line("%n%s", report.text());
                if (!options.quick()) {
                    report.write();
                }
                return report;
            }
        }
    }

    private List<PanelReport.Opening> openings(Service service, Database database, String many, String few) {
        Out.line("Opening pages …");
        int times = options.quick() ? 5 : 9;
        String row = "vaadin-grid .status";
        Map<String, String[]> pages = new LinkedHashMap<>();
        pages.put("bookings, the latest first", new String[] {many, "/bookings", row});
        pages.put("bookings from the middle on", new String[] {many, "/bookings?to=" + today.minusDays(100), row});
        pages.put(
                "bookings that await an answer, the first ones first",
                new String[] {many, "/bookings?status=pending&order=oldest", row});
        pages.put("bookings of one trainer", new String[] {many, "/bookings?trainer=5000000500", row});
        pages.put("calendar, a day of 25 trainers", new String[] {few, "/calendar?date=" + weekday(), ".cal-session"});
        pages.put(
                "calendar, a week of 25 trainers",
                new String[] {few, "/calendar?view=week&date=" + weekday(), ".cal-chip"});
        pages.put("settings, which list nothing", new String[] {few, "/settings", "vaadin-text-field"});
        try (var browser = new PanelBrowser(service)) {
            browser.signIn(link(database));
            return pages.entrySet().stream()
                    .map(page -> {
                        String club = page.getValue()[0];
                        String path = club + page.getValue()[1];
                        String sign = page.getValue()[2];
                        boolean settings = path.endsWith("/settings");
                        return new PanelReport.Opening(
                                page.getKey(),
                                browser.goes(
                                        club + (settings ? "/calendar?date=" + weekday() : "/settings"),
                                        settings ? ".cal-session" : "vaadin-text-field",
                                        path,
                                        sign,
                                        times),
                                browser.opens(path, sign, times));
                    })
                    .toList();
        }
    }

    private PanelReport.Sessions sessions(Service service, Database database, String few)
            throws InterruptedException, IOException {
        String recordedToken = link(database);
        List<Asked> coming;
        List<Asked> opening;
        List<Asked> pressing;
        try (var browser = new PanelBrowser(service)) {
            coming = browser.listen(() -> browser.signIn(recordedToken));
            opening = browser.listen(() -> browser.opens(few + "/calendar?date=" + weekday(), ".cal-session"));
            pressing = browser.listen(() -> browser.presses("Позже"));
        }
        String press = pressing.stream()
                .filter(asked -> asked.method().equals("POST"))
                .findFirst()
                .orElseThrow()
                .body();
        List<PanelSession> open = new ArrayList<>();
        try {
            Out.line("Opening %d sessions …", SESSIONS);
            long before = 0;
            for (int n = 0; n < SESSIONS + 20; n++) {
                if (n == 20) {
                    before = service.liveBytes(); // by then all is loaded that is there once
                }
                var session = new PanelSession(service, link(database));
                open.add(session);
                session.replay(coming, recordedToken);
                session.replay(opening, recordedToken);
            }
            long bytes = (service.liveBytes() - before) / SESSIONS;
            return new PanelReport.Sessions(SESSIONS, bytes, press(open, press));
        } finally {
            open.forEach(PanelSession::close);
        }
    }

    /** Everybody leafs to the next day, thinks for some seconds, and leafs on. */
    private Tally press(List<PanelSession> sessions, String press) throws InterruptedException {
        Out.line("Pressing in all of them …");
        var tally = new Tally();
        long end = System.nanoTime() + options.warmUp().plus(options.warmUp()).toNanos();
        long counted = System.nanoTime() + options.warmUp().toNanos();
        List<Thread> people = sessions.stream()
                .map(session -> Thread.startVirtualThread(() -> leaf(session, press, tally, counted, end)))
                .toList();
        for (Thread person : people) {
            person.join();
        }
        tally.took(options.warmUp().toNanos());
        return tally;
    }

    private static void leaf(PanelSession session, String press, Tally tally, long counted, long end) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(THINKING.toMillis()));
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                session.post(press);
                if (begin > counted) {
                    tally.done(System.nanoTime() - begin);
                }
                Thread.sleep(THINKING);
            }
        } catch (IOException | RuntimeException e) {
            Out.line("%s", e);
            tally.failed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A new one-time link of the owner's. */
    private static String link(Database database) {
        String token = Secrets.random(32);
        try (var statement = database.connection()
                .prepareStatement("INSERT INTO one_time_login (token_hash, user_id, expires_at) VALUES (?, ?, ?)")) {
            statement.setBytes(1, Secrets.hash(token));
            statement.setLong(2, OWNER);
            statement.setObject(3, java.sql.Timestamp.from(Instant.now().plus(Duration.ofMinutes(5))));
            statement.executeUpdate();
            return token;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On which people train. */
    private LocalDate weekday() {
        return today.with(java.time.DayOfWeek.WEDNESDAY);
    }

    private String script() {
        try (var script = Panels.class.getResourceAsStream("/panels.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${today}", today.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
