package ru.trenergram.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.analytics.ReportSubscription.Every;
import ru.trenergram.base.DueWork;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.clubs.ClubFreezes;
import ru.trenergram.clubs.StaffDesk;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.security.Caller;
import ru.trenergram.support.PanelTest;
import ru.trenergram.support.Together;

/** Reports that the staff bot sends. It is Monday, 30 November 2026, 12:00 in Moscow. */
class ReportDeliveryIntegrationTest extends PanelTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Autowired
    ReportSubscriptions subscriptions;

    @Autowired
    DueWork<Long> dueReports;

    @Autowired
    StaffDesk desk;

    @Autowired
    ClubFreezes freezes;

    @Autowired
    JdbcClient jdbc;

    private long club;
    private long owner;
    private long manager;

    @BeforeEach
    void a_club_whose_manager_wants_reports() {
        owner = person("Марина");
        club = club("Атлант", "PRO", owner);
        manager = person("Пётр");
        staffMembers.add(club, manager, StaffRole.MANAGER);
    }

    @Test
    void a_weekly_one_goes_out_on_monday_about_the_week_before() {
        subscriptions.subscribe(manager, club, ClubReport.SESSIONS, Every.WEEK, NINE, ExportFormat.CSV);

        clock.moveTo(Instant.parse("2026-12-07T05:59:00Z"));
        dueReports.run(5);
        assertThat(sent()).isEmpty();

        clock.moveTo(Instant.parse("2026-12-07T06:00:00Z"));
        dueReports.run(5);
        dueReports.run(5);
        assertThat(sent()).containsExactly("trenergram-sessions-2026-11-30-2026-12-06.csv");
        assertThat(subscriptions.list(manager, club).getFirst().nextDay()).isEqualTo(LocalDate.parse("2026-12-14"));
    }

    @Test
    void a_monthly_one_goes_out_on_the_first_about_the_month_before() {
        subscriptions.subscribe(manager, club, ClubReport.INCOME, Every.MONTH, NINE, ExportFormat.XLSX);

        clock.moveTo(Instant.parse("2026-12-01T06:00:00Z"));
        dueReports.run(5);

        assertThat(sent()).containsExactly("trenergram-income-2026-11-01-2026-11-30.xlsx");
    }

    @Test
    void todays_hour_that_has_not_come_yet_counts() {
        subscriptions.subscribe(manager, club, ClubReport.SESSIONS, Every.WEEK, LocalTime.of(13, 0), ExportFormat.CSV);

        assertThat(subscriptions.list(manager, club).getFirst().nextDay()).isEqualTo(LocalDate.parse("2026-11-30"));
    }

    @Test
    void every_period_that_was_missed_goes_out_once() {
        subscriptions.subscribe(manager, club, ClubReport.SESSIONS, Every.WEEK, NINE, ExportFormat.CSV);

        clock.moveTo(Instant.parse("2026-12-22T06:00:00Z"));
        dueReports.run(5);

        assertThat(sent())
                .containsExactly(
                        "trenergram-sessions-2026-11-30-2026-12-06.csv",
                        "trenergram-sessions-2026-12-07-2026-12-13.csv",
                        "trenergram-sessions-2026-12-14-2026-12-20.csv");
    }

    @Test
    void many_nodes_at_once_send_it_once() throws Exception {
        subscriptions.subscribe(manager, club, ClubReport.SESSIONS, Every.WEEK, NINE, ExportFormat.CSV);
        clock.moveTo(Instant.parse("2026-12-07T06:00:00Z"));

        List<Callable<Boolean>> nodes = Stream.<Callable<Boolean>>generate(() -> () -> {
                    dueReports.run(5);
                    return true;
                })
                .limit(6)
                .toList();
        Together.atOnce(nodes);

        assertThat(sent()).hasSize(1);
    }

    @Test
    void whoever_left_the_club_or_lost_the_role_gets_nothing_and_is_subscribed_no_more() {
        long other = person("Римма");
        staffMembers.add(club, other, StaffRole.MANAGER);
        for (long person : new long[] {manager, other}) {
            subscriptions.subscribe(person, club, ClubReport.SESSIONS, Every.WEEK, NINE, ExportFormat.CSV);
        }
        desk.remove(owner, club, manager);
        desk.changeRole(owner, club, other, StaffRole.MANAGER, StaffRole.READONLY);

        clock.moveTo(Instant.parse("2026-12-07T06:00:00Z"));
        dueReports.run(5);

        assertThat(sent()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM report_subscription WHERE club_id = ?")
                        .param(club)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_falls_due_while_the_club_is_frozen_is_left_out_and_the_next_one_goes_out() {
        long admin = superadmin();
        var caller = new Caller(admin, users.get(admin).telegramId());
        subscriptions.subscribe(manager, club, ClubReport.SESSIONS, Every.WEEK, NINE, ExportFormat.CSV);
        freezes.freeze(caller, club, "Жалобы");
        clock.moveTo(Instant.parse("2026-12-07T06:00:00Z"));
        dueReports.run(5);
        assertThat(sent()).isEmpty();

        freezes.unfreeze(caller, club);
        clock.moveTo(Instant.parse("2026-12-14T06:00:00Z"));
        dueReports.run(5);

        assertThat(sent()).containsExactly("trenergram-sessions-2026-12-07-2026-12-13.csv");
    }

    @Test
    void whoever_stopped_it_gets_nothing_and_nobody_stops_anothers() {
        subscriptions.subscribe(manager, club, ClubReport.SESSIONS, Every.WEEK, NINE, ExportFormat.CSV);
        long id = subscriptions.list(manager, club).getFirst().id();

        subscriptions.unsubscribe(owner, id);
        assertThat(subscriptions.list(manager, club)).hasSize(1);

        subscriptions.unsubscribe(manager, id);
        clock.moveTo(Instant.parse("2026-12-07T06:00:00Z"));
        dueReports.run(5);
        assertThat(sent()).isEmpty();
    }

    private List<String> sent() {
        return jdbc.sql("""
                        SELECT file_name FROM telegram_outbox
                        WHERE chat_id IN (SELECT telegram_id FROM users WHERE id IN (:people)) AND file_name IS NOT NULL
                        ORDER BY id
                        """)
                .param("people", List.of(owner, manager))
                .query(String.class)
                .list();
    }
}
