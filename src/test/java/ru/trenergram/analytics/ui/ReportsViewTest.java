package ru.trenergram.analytics.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.tabs.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.analytics.ClubReport;
import ru.trenergram.analytics.ClubReports;
import ru.trenergram.analytics.ReportSubscriptions;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.ui.Download;
import ru.trenergram.base.ui.LocalDatePicker;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.support.PanelTest;

/** It is Monday, 30 November 2026, 12:00 in Moscow. */
class ReportsViewTest extends PanelTest {

    private static final LocalDate FROM = LocalDate.parse("2026-11-01");
    private static final LocalDate TO = LocalDate.parse("2026-11-30");

    @Autowired
    ClubReports reports;

    @Autowired
    ReportSubscriptions subscriptions;

    @Autowired
    JdbcClient jdbc;

    private long club;
    private long owner;
    private long trainer;
    private long client;

    @BeforeEach
    void a_club_with_a_trainer_and_a_client() {
        club = ownClub("PRO");
        owner = staffMembers.owners(club).getFirst();
        trainer = trainer(club, "=Анна");
        client = clientOf(trainer, "Клим");
    }

    @Test
    void sessions_are_told_day_by_day() {
        book(trainer, client, "2026-11-30T12:00:00Z");

        open("?report=SESSIONS&from=2026-11-29&to=2026-11-30");

        assertThat(grid().getListDataView().getItemCount()).isEqualTo(2);
        assertThat(test(grid()).getCellText(1, 1)).isEqualTo("1");
        assertThat(test(grid()).getCellText(0, 1)).isEqualTo("0");
    }

    @Test
    void income_is_told_by_trainer_and_location() {
        charge(book(trainer, client, "2026-11-30T12:00:00Z"));
        charge(book(trainer, client, "2026-11-30T14:00:00Z"));

        open("?report=INCOME&from=2026-11-01&to=2026-11-30");

        assertThat(test(grid()).getCellText(0, 0)).isEqualTo("=Анна");
        assertThat(test(grid()).getCellText(0, 1)).isEqualTo("Зал на Тверской");
        assertThat(test(grid()).getCellText(0, 2)).isEqualTo("2");
        assertThat(test(grid()).getCellText(0, 3)).isEqualTo("5\u00a0000\u00a0₽");
    }

    @Test
    void retention_follows_those_who_came_first_in_a_month() {
        long faithful = clientOf(trainer, "Вера");
        held("2026-09-05T10:00:00Z", client);
        held("2026-09-06T10:00:00Z", faithful);
        held("2026-10-06T10:00:00Z", faithful);

        open("?report=RETENTION&from=2026-09-01&to=2026-11-30");

        assertThat(grid().getListDataView().getItemCount()).isEqualTo(1);
        assertThat(test(grid()).getCellText(0, 0)).isEqualTo("сентябрь 2026");
        assertThat(test(grid()).getCellText(0, 1)).isEqualTo("2");
        assertThat(test(grid()).getCellText(0, 2)).isEqualTo("50\u00a0%");
        assertThat(test(grid()).getCellText(0, 3)).isEqualTo("50\u00a0%");
        assertThat(test(grid()).getCellText(0, 4)).isEqualTo("0\u00a0%");
        assertThat(test(grid()).getCellText(0, 5)).isEqualTo("–"); // December has not begun
    }

    @Test
    void debts_are_those_of_clients_who_were_at_the_club() {
        long elsewhere = clientOf(trainer, "Чужая");
        book(trainer, client, "2026-11-30T12:00:00Z");
        owes(client, 300_000);
        owes(elsewhere, 900_000);

        open("?report=DEBTS");

        assertThat(grid().getListDataView().getItemCount()).isEqualTo(1);
        assertThat(test(grid()).getCellText(0, 0)).isEqualTo("Клим");
        assertThat(test(grid()).getCellText(0, 2)).isEqualTo("3\u00a0000\u00a0₽");
    }

    @Test
    void a_period_without_anything_says_so_and_a_mistyped_one_is_the_last_days() {
        open("?report=INCOME&from=2026-01-01&to=2026-01-31");
        assertThat(page()).contains("За эти дни в отчёте пусто");

        open("?report=NONSENSE&from=2026-02-31&to=x");
        assertThat(find(LocalDatePicker.class).all().getFirst().getValue()).isEqualTo(FROM);
    }

    @Test
    void days_that_make_no_period_stay_in_their_fields_with_the_reason() {
        open("?report=SESSIONS&from=2026-11-01&to=2026-11-30");
        LocalDatePicker to = find(LocalDatePicker.class).all().get(1);

        test(to).setValue(LocalDate.parse("2026-10-01"));

        assertThat(to.isInvalid()).isTrue();
        assertThat(to.getValue()).isEqualTo(LocalDate.parse("2026-10-01"));
        assertThat(to.getErrorMessage()).isEqualTo("Конец должен быть позже начала.");
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void each_role_has_the_reports_that_it_may_see(StaffRole role) {
        signInAs(role, club);
        long reader = signedIn(role);

        for (ClubReport report : ClubReport.values()) {
            boolean allowed = switch (report) {
                case SESSIONS, OCCUPANCY, RETENTION -> role != StaffRole.CASHIER;
                case INCOME -> role == StaffRole.OWNER || role == StaffRole.MANAGER || role == StaffRole.READONLY;
                case DEBTS -> role == StaffRole.OWNER || role == StaffRole.MANAGER;
            };
            assertThat(isAllowed(() -> reports.table(reader, club, report, FROM, TO)))
                    .as("%s reads %s", role, report)
                    .isEqualTo(allowed);
            assertThat(isAllowed(() ->
                            deleted(reports.write(reader, club, report, FROM, TO, ExportFormat.CSV, Locale.of("ru")))))
                    .as("%s exports %s", role, report)
                    .isEqualTo(role == StaffRole.OWNER || role == StaffRole.MANAGER);
        }
    }

    @Test
    void marketing_has_no_tabs_about_money_and_nothing_to_take_away() {
        signInAs(StaffRole.MARKETING, club);

        open("");

        assertThat(find(Tab.class).all()).hasSize(3);
        assertThat(find(Download.class).exists()).isFalse();
        assertThat(find(Button.class).withText("Присылать в бот").exists()).isFalse();
    }

    @Test
    void a_file_has_the_same_rows_with_formulas_made_harmless() throws IOException {
        charge(book(trainer, client, "2026-11-30T12:00:00Z"));

        Path file = reports.write(owner, club, ClubReport.INCOME, FROM, TO, ExportFormat.CSV, Locale.of("ru"));

        assertThat(Files.readString(file)).isEqualTo("\ufeff" + """
                "Тренер";"Зал";"Оплачено тренировок";"Доход, ₽"
                "'=Анна";"Зал на Тверской";1;2500,00
                """.replace("\n", "\r\n"));
        Files.delete(file);
    }

    @Test
    void somebody_has_a_report_sent_and_stops_it() {
        open("?report=SESSIONS");

        test(find(Button.class).withText("Присылать в бот").single()).click();
        test(find(Button.class).withText("Присылать").single()).click();
        assertThat(subscriptions.list(owner, club)).hasSize(1);
        assertThat(subscriptions.list(owner, club).getFirst().nextDay()).isEqualTo(LocalDate.parse("2026-12-07"));

        test(find(Button.class).withText("Не присылать").single()).click();
        assertThat(subscriptions.list(owner, club)).isEmpty();
    }

    @Test
    void to_a_stranger_the_reports_are_not_there() {
        long stranger = person("Прохожий");

        assertThatThrownBy(() -> reports.table(stranger, club, ClubReport.SESSIONS, FROM, TO))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private long signedIn(StaffRole role) {
        return jdbc.sql("SELECT user_id FROM staff_member WHERE club_id = ? AND role = ? ORDER BY user_id DESC LIMIT 1")
                .params(club, role.name())
                .query(Long.class)
                .single();
    }

    private static boolean isAllowed(Runnable action) {
        try {
            action.run();
            return true;
        } catch (DomainException refusal) {
            return false;
        }
    }

    private static void deleted(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As the ledger has it, now. */
    private void charge(BookingInfo booking) {
        owes(client, 250_000);
        jdbc.sql("""
                        INSERT INTO ledger_entry (trainer_id, client_id, kind, amount, balance_after, booking_id, actor,
                            reason, charge_hours_before, charge_at, session_at, created_at)
                        VALUES (:trainer, :client, 'CHARGE', -250000, 0, :booking, 'SYSTEM', 'BEFORE_START', 12, :now, :now,
                            :now)
                        """)
                .param("trainer", trainer)
                .param("client", client)
                .param("booking", booking.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A session of the past, as it stands in the tables once it is over. */
    private void held(String start, long visitor) {
        jdbc.sql("""
                        INSERT INTO booking (id, trainer_id, client_id, starts_at, ends_at, status, price, location_id,
                            charge_hours_before, charge_at, outside_working_hours, created_by, status_by, version,
                            created_at, settled)
                        SELECT gen_random_uuid(), :trainer, :client, :start::timestamptz,
                            :start::timestamptz + interval '1 hour', 'COMPLETED', 0, location.id, 12,
                            :start::timestamptz, false, 'TRAINER', 'TRAINER', 0, :start::timestamptz, true
                        FROM location WHERE club_id = :club
                        """)
                .param("trainer", trainer)
                .param("client", visitor)
                .param("start", start)
                .param("club", club)
                .update();
    }

    private void owes(long debtor, long kopecks) {
        jdbc.sql("""
                        INSERT INTO balance (trainer_id, client_id, amount) VALUES (?, ?, ?)
                        ON CONFLICT (trainer_id, client_id) DO UPDATE SET amount = excluded.amount
                        """).params(trainer, debtor, -kopecks).update();
    }

    private void open(String query) {
        go("club/" + club + "/reports" + query);
    }

    private ReportGrid grid() {
        return find(ReportGrid.class).single();
    }
}
