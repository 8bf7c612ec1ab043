package ru.trenergram.analytics.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.analytics.Dashboards;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.ui.Plot;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.support.PanelTest;

/** It is Monday, 30 November 2026, 12:00 in Moscow. */
class DashboardViewTest extends PanelTest {

    @Autowired
    Dashboards dashboards;

    @Autowired
    JdbcClient jdbc;

    @Test
    void figures_are_of_the_clubs_day_and_lead_to_their_lists() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        book(trainer, client, "2026-11-30T12:00:00Z");
        book(trainer, client, "2026-11-30T21:30:00Z"); // 00:30 of the next day in Moscow

        open(club, "");

        assertThat(tile("Тренировки сегодня")).contains("1");
        assertThat(href("Тренировки сегодня")).isEqualTo("/club/" + club + "/bookings?from=2026-11-30&to=2026-11-30");
        assertThat(tile("Ждут подтверждения")).contains("2");
        assertThat(href("Ждут подтверждения")).isEqualTo("/club/" + club + "/bookings?status=pending&from=2026-11-30");
        assertThat(tile("Новые клиенты")).contains("1");
        assertThat(href("Долги клиентов")).isEqualTo("/club/" + club + "/clients?debt=yes");
    }

    @Test
    void income_is_what_was_charged_and_kept() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        enter(book(trainer, client, "2026-11-30T12:00:00Z"), "CHARGE", -250_000);
        enter(book(trainer, client, "2026-12-30T14:00:00Z"), "CHARGE", -250_000);
        BookingInfo returned = book(trainer, client, "2026-11-30T16:00:00Z");
        enter(returned, "CHARGE", -250_000);
        enter(returned, "ADJUSTMENT", 250_000);

        open(club, "");

        assertThat(tile("Доход")).contains("5\u00a0000\u00a0₽").contains("30 дней");
    }

    @Test
    void load_is_the_taken_part_of_the_trainers_hours() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        jdbc.sql("INSERT INTO working_week (trainer_id, version) VALUES (?, 1)")
                .param(trainer)
                .update();
        jdbc.sql("INSERT INTO working_rule (trainer_id, weekday, from_minute, to_minute) VALUES (?, 1, 600, 840)")
                .param(trainer)
                .update();
        book(trainer, clientOf(trainer, "Клим"), "2026-11-30T10:00:00Z");

        open(club, "");

        assertThat(tile("Загрузка сегодня")).contains("25\u00a0%").contains("занято 1 из 4 ч");
    }

    @ParameterizedTest
    @EnumSource(names = {"READONLY", "MARKETING"})
    void only_owners_and_managers_see_debts_and_marketing_no_money(StaffRole role) {
        long club = ownClub("PRO");
        signInAs(role, club);

        open(club, "");

        assertThat(page()).doesNotContain("Долги клиентов").doesNotContain("Первые шаги");
        assertThat(page().contains("Доход")).isEqualTo(role == StaffRole.READONLY);
    }

    @Test
    void a_cashier_and_a_stranger_get_nothing() {
        long club = ownClub("PRO");
        signInAs(StaffRole.CASHIER, club);
        open(club, "");
        assertThat(page()).contains("Сюда вам нельзя");

        long stranger = person("Прохожий");
        assertThatThrownBy(() -> dashboards.of(stranger, club, 30))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void plots_are_by_days_or_by_weeks_and_say_themselves_in_words() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        book(trainer, clientOf(trainer, "Клим"), "2026-11-30T12:00:00Z");

        open(club, "");
        assertThat(find(Plot.class).all()).hasSize(4);
        assertThat(find(Plot.class).all().getFirst().summary())
                .contains("Запланированы: всего 1, больше всего 1 (30 нояб.)");

        open(club, "?days=90");
        assertThat(find(Plot.class).all().getFirst().summary()).contains("(с 30 нояб.)");
    }

    @Test
    void a_period_that_nobody_offers_is_thirty_days() {
        long club = ownClub("PRO");

        open(club, "?days=100000");

        assertThat(tile("Новые клиенты")).contains("за 30 дней");
    }

    @Test
    void the_first_steps_lead_a_new_owner_to_the_first_booking() {
        long club = ownClub("PRO");

        open(club, "");
        assertThat(page()).contains("Первые шаги").contains("Сделано 1 из 5");
        assertThat(next()).isEqualTo("/club/" + club + "/trainers");

        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        open(club, "");
        assertThat(page()).contains("Сделано 3 из 5");
        assertThat(next()).isEqualTo("/club/" + club + "/qr");

        book(trainer, client, "2026-11-30T12:00:00Z");
        jdbc.sql("INSERT INTO qr_code (code, club_id, created_at, printed_at) VALUES (?, ?, now(), now())")
                .params("step" + club, club)
                .update();
        open(club, "");
        assertThat(page()).doesNotContain("Первые шаги");
    }

    @Test
    void the_first_steps_can_be_hidden_and_shown_again() {
        long club = ownClub("PRO");
        open(club, "");

        test(find(Button.class).withText("Скрыть").single()).click();
        open(club, "");
        assertThat(page()).doesNotContain("Сделано");

        test(find(Button.class).withText("Показать первые шаги").single()).click();
        assertThat(page()).contains("Сделано 1 из 5");
    }

    @Test
    void today_is_another_day_when_it_has_come_at_the_club() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        book(trainer, clientOf(trainer, "Клим"), "2026-11-30T21:30:00Z");
        clock.advance(Duration.ofHours(12)); // 00:00 of 1 December in Moscow, still November in UTC

        open(club, "");

        assertThat(tile("Тренировки сегодня")).contains("1");
        assertThat(page()).contains("вторник, 1 декабря");
    }

    /** As the ledger has it, now. */
    private void enter(BookingInfo booking, String kind, long amount) {
        jdbc.sql("""
                        INSERT INTO balance (trainer_id, client_id, amount) VALUES (:trainer, :client, 0)
                        ON CONFLICT DO NOTHING
                        """)
                .param("trainer", booking.trainerId())
                .param("client", booking.clientId())
                .update();
        jdbc.sql("""
                        INSERT INTO ledger_entry (trainer_id, client_id, kind, amount, balance_after, booking_id, actor,
                            reason, charge_hours_before, charge_at, session_at, created_at)
                        VALUES (:trainer, :client, :kind, :amount, 0, :booking, 'SYSTEM', 'BEFORE_START', 12, :now, :now,
                            :now)
                        """)
                .param("trainer", booking.trainerId())
                .param("client", booking.clientId())
                .param("kind", kind)
                .param("amount", amount)
                .param("booking", booking.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static void open(long club, String query) {
        go("club/" + club + "/dashboard" + query);
    }

    private String tile(String name) {
        return find(name).getElement().getTextRecursively();
    }

    private String href(String name) {
        return find(name).getHref();
    }

    private Tile find(String name) {
        return find(Tile.class).all().stream()
                .filter(tile -> tile.getElement().getTextRecursively().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private String next() {
        List<Anchor> buttons = find(Anchor.class).withClassName("button").all();
        return buttons.getFirst().getHref();
    }
}
