package ru.trenergram.scheduling.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.ClubDesk;
import ru.trenergram.scheduling.ClubDesk.BookingRow;
import ru.trenergram.support.PanelTest;

/** It is Monday, 30 November 2026, 12:00 in Moscow. */
class TodayViewTest extends PanelTest {

    private static final int TIME = 0;
    private static final int CLIENT = 2;
    private static final int STATUS = 4;
    private static final int PRICE = 5;

    @Autowired
    ClubDesk desk;

    @Autowired
    JdbcClient jdbc;

    private long club;
    private long trainer;
    private long client;

    @BeforeEach
    void setUp() {
        club = ownClub("PRO");
        trainer = trainer(club, "Анна");
        client = clientOf(trainer, "Клим");
        users.sharePhone(client, "79161234567");
    }

    @Test
    void the_owner_sees_todays_bookings_in_the_clubs_time() {
        book(trainer, client, "2026-11-30T12:00:00Z");
        book(trainer, client, "2026-11-30T21:30:00Z"); // 00:30 of the next day in Moscow

        open("");

        assertThat(rows().size()).isEqualTo(1);
        assertThat(rows().getCellText(0, TIME)).isEqualTo("15:00–16:00");
        assertThat(rows().getCellText(0, PRICE)).isEqualTo("2\u00a0500\u00a0₽");
        assertThat(((StatusBadge) rows().getCellComponent(0, STATUS)).word()).isEqualTo("ждёт подтверждения");
        assertThat(page()).contains("Сегодня, понедельник, 30 ноября").contains("Тренировок: 1");
    }

    @Test
    void phones_are_shown_to_those_who_may_see_them() {
        book(trainer, client, "2026-11-30T12:00:00Z");

        open("");
        assertThat(clientCell()).contains("Клим").contains("+7\u00a0916\u00a0123-45-67");

        signInAs(StaffRole.READONLY, club);
        open("?date=2026-11-30");
        assertThat(clientCell()).contains("Клим").doesNotContain("916");
    }

    @Test
    void another_day_has_an_address_of_its_own() {
        book(trainer, client, "2026-12-01T12:00:00Z");

        open("?date=2026-12-01");

        assertThat(rows().size()).isEqualTo(1);
        assertThat(page()).contains("вторник, 1 декабря");
        assertThat(find(DatePicker.class).single().getValue()).isEqualTo(LocalDate.parse("2026-12-01"));
    }

    @Test
    void a_mistyped_day_is_today() {
        open("?date=2026-13-77");
        assertThat(page()).contains("Сегодня, ");

        open("?date=+999999999-01-01");
        assertThat(page()).contains("Сегодня, ");
    }

    @Test
    void an_empty_day_says_what_to_do() {
        open("");

        assertThat(rows().size()).isZero();
        assertThat(grid().getEmptyStateComponent().getElement().getTextRecursively())
                .contains("На этот день записей нет")
                .contains("К тренерам");
    }

    @Test
    void refreshing_shows_what_came_since() {
        open("");
        book(trainer, client, "2026-11-30T12:00:00Z");

        test(find(Button.class).withAriaLabel("Обновить").single()).click();

        assertThat(rows().size()).isEqualTo(1);
        assertThat(page()).contains("Тренировок: 1");
    }

    @Test
    void what_is_booked_meanwhile_comes_by_itself() {
        open("");
        book(trainer, client, "2026-11-30T12:00:00Z");

        comes(() -> {
            assertThat(page()).contains("Тренировок: 1");
            assertThat(rows().size()).isEqualTo(1);
        });
    }

    @Test
    void after_midnight_today_is_the_new_day() {
        book(trainer, client, "2026-12-01T12:00:00Z");
        open("");

        clock.moveTo(Instant.parse("2026-11-30T21:00:00Z"));
        test(find(Button.class).withAriaLabel("Обновить").single()).click();

        assertThat(page()).contains("Сегодня, вторник, 1 декабря").contains("Тренировок: 1");
    }

    @Test
    void bookings_are_fetched_page_by_page() {
        for (int hour = 10; hour < 20; hour++) {
            book(trainer, client, "2026-11-30T" + hour + ":00:00Z");
        }
        open("");

        assertThat(grid().getLazyDataView()).isNotNull();
        assertThat(rows().size()).isEqualTo(10);
        long owner = staffMembers.owners(club).getFirst();
        assertThat(desk.bookings(owner, club, LocalDate.parse("2026-11-30"), 8, 5))
                .hasSize(2);
    }

    @Test
    void whoever_is_dismissed_gets_nothing_more_out_of_an_open_page() {
        book(trainer, client, "2026-11-30T12:00:00Z");
        open("");
        long owner = staffMembers.owners(club).getFirst();
        jdbc.sql("DELETE FROM staff_member WHERE club_id = ?").param(club).update();

        assertThatThrownBy(() -> desk.bookings(owner, club, LocalDate.parse("2026-11-30"), 0, 10))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private void open(String query) {
        go("club/" + club + "/today" + query);
    }

    private BookingGrid grid() {
        return find(BookingGrid.class).single();
    }

    private GridTester<Grid<BookingRow>, BookingRow> rows() {
        return test(grid());
    }

    private String clientCell() {
        return rows().getCellComponent(0, CLIENT).getElement().getTextRecursively();
    }
}
