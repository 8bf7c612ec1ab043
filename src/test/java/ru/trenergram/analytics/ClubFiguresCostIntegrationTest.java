package ru.trenergram.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.scheduling.ClubBookings;
import ru.trenergram.scheduling.Span;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.PanelTest;

/** A club with 100 000 bookings of 20 trainers over two years, up to 30 November 2026. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClubFiguresCostIntegrationTest extends PanelTest {

    private static final int BOOKINGS = 100_000;
    private static final int TRAINERS = 20;
    private static final int CLIENTS = 200;

    /** Enough for a machine that does something else besides; on an idle one it is a fraction. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    private static final Clock WATCH = Clock.systemUTC();
    private static final Logger log = LoggerFactory.getLogger(ClubFiguresCostIntegrationTest.class);

    @Autowired
    Dashboards dashboards;

    @Autowired
    ClubReports reports;

    @Autowired
    ClubBookings clubBookings;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private long club;
    private long owner;

    @BeforeAll
    void a_large_club() {
        clock.moveTo(MovableClock.START);
        owner = person("Марина");
        club = club("Атлант", "PRO", owner);
        Long[] trainers = IntStream.range(0, TRAINERS)
                .mapToObj(i -> trainer(club, "Тренер " + i))
                .toArray(Long[]::new);
        Long[] clients =
                IntStream.range(0, CLIENTS).mapToObj(i -> person("Клиент " + i)).toArray(Long[]::new);
        jdbc.sql("INSERT INTO resource (trainer_id) SELECT unnest(?::bigint[]) ON CONFLICT DO NOTHING")
                .param(trainers)
                .update();
        jdbc.sql("""
                        INSERT INTO booking (id, trainer_id, client_id, starts_at, ends_at, status, price, location_id,
                            charge_hours_before, charge_at, charged_at, outside_working_hours, created_by, cancelled_by,
                            status_by, version, created_at)
                        SELECT gen_random_uuid(), (:trainers::bigint[])[1 + n % :t],
                            (:clients::bigint[])[1 + (n * 7 + n / :t) % :c], at, at + interval '1 hour',
                            CASE WHEN n % 11 = 0 THEN 'CANCELLED' ELSE 'COMPLETED' END, 250000, location.id, 12, at,
                            CASE WHEN n % 11 <> 0 THEN at END, false, 'TRAINER',
                            CASE WHEN n % 11 = 0 THEN 'CLIENT' END, 'TRAINER', 0, at
                        FROM generate_series(0, :bookings - 1) AS n
                        CROSS JOIN LATERAL (SELECT :last::timestamptz - (n / :t) * interval '210 minutes' AS at) AS moment
                        JOIN location ON location.club_id = :club
                        """)
                .param("trainers", trainers)
                .param("clients", clients)
                .param("t", TRAINERS)
                .param("c", CLIENTS)
                .param("bookings", BOOKINGS)
                .param("last", "2026-11-30T08:00:00Z")
                .param("club", club)
                .update();
        jdbc.sql("""
                        INSERT INTO occupancy (resource_id, during, kind, booking_id)
                        SELECT resource.id, tstzrange(starts_at, ends_at, '[)'), 'BOOKING', booking.id
                        FROM booking JOIN resource USING (trainer_id) JOIN location ON location.id = location_id
                        WHERE club_id = ? AND status <> 'CANCELLED' AND starts_at > '2025-11-01'
                        """).param(club).update();
        jdbc.sql("""
                        INSERT INTO balance (trainer_id, client_id, amount)
                        SELECT DISTINCT trainer_id, client_id, 0 FROM booking JOIN location ON location.id = location_id
                        WHERE club_id = ?
                        """).param(club).update();
        jdbc.sql("""
                        INSERT INTO ledger_entry (trainer_id, client_id, kind, amount, balance_after, booking_id, actor,
                            reason, charge_hours_before, charge_at, session_at, created_at)
                        SELECT trainer_id, client_id, 'CHARGE', -price, 0, booking.id, 'SYSTEM', 'BEFORE_START', 12,
                            starts_at, starts_at, starts_at
                        FROM booking JOIN location ON location.id = location_id
                        WHERE club_id = ? AND charged_at IS NOT NULL
                        """).param(club).update();
        jdbc.sql("ANALYZE booking, occupancy, ledger_entry, balance").update();
    }

    @Test
    void a_year_on_the_dashboard_comes_within_the_bound() {
        dashboards.of(owner, club, 365); // what is done for the first time in a process costs more

        Instant before = WATCH.instant();
        Dashboard dashboard = dashboards.of(owner, club, 365);
        Duration taken = Duration.between(before, WATCH.instant());

        assertThat(dashboard.total().sessions()).isGreaterThan(40_000);
        assertThat(dashboard.total().income().amount()).isGreaterThan(40_000 * 250_000L);
        assertThat(dashboard.total().newClients()).isZero();
        assertThat(taken).as("A dashboard took %s", taken).isLessThan(BOUND);
        log.warn("A year of a club with 100 000 bookings took {}", taken);
    }

    @Test
    void a_small_club_s_days_read_no_bookings_of_others() {
        long small = club("Малыш", "FREE", person("Ольга"));
        var month = new Span(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
        Long read = transactions.execute(_ -> {
            long before = bookingsRead();
            assertThat(clubBookings.page(small, month, 0, Integer.MAX_VALUE)).isEmpty();
            assertThat(clubBookings.countByTrainer(small, month)).isEmpty();
            return bookingsRead() - before;
        });
        assertThat(read).isLessThan(100); // the planner itself looks at a few
    }

    /** Rows of the table that the transaction has looked at so far. */
    private long bookingsRead() {
        return jdbc.sql("""
                        SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                        FROM pg_stat_xact_user_tables WHERE relname = 'booking'
                        """).query(Long.class).single();
    }

    @ParameterizedTest
    @EnumSource(ClubReport.class)
    void so_does_every_report(ClubReport report) {
        var from = LocalDate.parse("2025-12-01");
        var to = LocalDate.parse("2026-11-30");
        Instant before = WATCH.instant();

        List<?> rows = reports.table(owner, club, report, from, to).rows();

        Duration taken = Duration.between(before, WATCH.instant());
        assertThat(rows.isEmpty()).isEqualTo(report == ClubReport.DEBTS || report == ClubReport.RETENTION);
        assertThat(taken).as("%s took %s", report, taken).isLessThan(BOUND);
        log.warn("{} over a year took {}", report, taken);
    }
}
