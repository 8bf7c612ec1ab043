package ru.trenergram.scheduling.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.BookingEdit;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.scheduling.Repeat;
import ru.trenergram.scheduling.SeriesBookings;
import ru.trenergram.scheduling.SeriesScope;
import ru.trenergram.scheduling.StaffBookings.Bookable;
import ru.trenergram.support.PanelTest;

/** It is Monday, 30 November 2026, 12:00 in Moscow. */
class CalendarViewTest extends PanelTest {

    @Autowired
    Bookings bookings;

    @Autowired
    SeriesBookings series;

    private long club;
    private long trainer;
    private long client;

    @BeforeEach
    void setUp() {
        club = ownClub("PRO");
        trainer = trainer(club, "Анна");
        client = clientOf(trainer, "Клим");
    }

    @Test
    void a_day_shows_every_trainer_with_their_sessions() {
        trainer(club, "Борис");
        book(trainer, client, "2026-11-30T12:00:00Z");

        open("");

        assertThat(html())
                .contains("<strong>Анна</strong>", "<strong>Борис</strong>")
                .contains("15:00–16:00", "Клим", "Зал на Тверской", "ждёт подтверждения", "--from:900;--len:60");
        assertThat(cells()).hasSize(2);
        assertThat(page()).contains("понедельник, 30 ноября");
    }

    @Test
    void a_week_of_all_is_a_line_a_trainer_and_a_week_of_one_has_hours() {
        long second = trainer(club, "Борис");
        book(trainer, client, "2026-12-03T12:00:00Z");

        open("?view=week");
        assertThat(cells()).hasSize(14);
        assertThat(html()).contains("cal-chip").contains("Клим").doesNotContain("--len:60");

        open("?view=week&trainer=" + telegram(second));
        assertThat(cells()).hasSize(7).allMatch(cell -> cell.classes().contains("cal-hours"));
        assertThat(html()).doesNotContain("Клим");
    }

    @Test
    void names_are_shown_as_they_are_written_and_never_run() {
        long rude = clientOf(trainer, "<img src=x onerror=alert(1)>");
        book(trainer, rude, "2026-11-30T12:00:00Z");

        open("");

        assertThat(html()).contains("&lt;img src=x").doesNotContain("<img");
    }

    @Test
    void after_midnight_today_leads_to_the_new_day() {
        open("");
        clock.moveTo(Instant.parse("2026-11-30T21:00:00Z"));
        test(button("День")).click();
        UI.getCurrent().refreshCurrentRoute(false);

        test(button("Сегодня")).click();

        assertThat(page()).contains("вторник, 1 декабря");
    }

    @Test
    void what_is_not_touched_stays_different_within_a_series() {
        Actor by = Actor.trainer(trainer);
        Instant first = Instant.parse("2026-12-01T12:00:00Z");
        series.create(by, NewBooking.at(trainer, client, first), new Repeat(3, false));
        List<UUID> weeks =
                bookings.upcoming(client, null, 9).stream().map(BookingInfo::id).toList();
        series.edit(by, weeks.get(1), 0, new BookingEdit(null, null, null, "Своя заметка"), SeriesScope.THIS);
        open("?date=2026-12-01&booking=" + weeks.getFirst());

        test(button("Изменить")).click();
        test(find(BigDecimalField.class).single()).setValue(new BigDecimal("3000"));
        scope("Тренировка 1 из 3 в серии").setValue(SeriesScope.ALL);
        act("Сохранить");

        assertThat(weeks).extracting(week -> bookings.get(week).price()).containsOnly(Money.rubles(300_000));
        assertThat(bookings.get(weeks.get(1)).note()).isEqualTo("Своя заметка");
    }

    @Test
    void what_is_chosen_stands_in_the_address_and_what_is_mistyped_there_does_not_matter() {
        open("?date=2026-12-02");
        assertThat(find(DatePicker.class).withAriaLabel("Дата").single().getValue())
                .isEqualTo(LocalDate.parse("2026-12-02"));

        test(button("Неделя")).click();
        assertThat(query()).contains("date=2026-12-02").contains("view=week");
        find(MultiSelectComboBox.class).single();

        open("?date=2026-77-02&view=year&trainer=abc&location=x&booking=1");
        assertThat(page()).contains("понедельник, 30 ноября");
        assertThat(cells()).hasSize(1);
    }

    @Test
    void a_club_without_trainers_is_told_what_to_do() {
        long empty = club("Пустой", "FREE", staffMembers.owners(club).getFirst());

        go("club/" + empty + "/calendar");

        assertThat(page()).contains("Тренеров пока нет").contains("К тренерам");
        assertThat(find(CalendarBoard.class).all()).isEmpty();
    }

    @Test
    void a_chosen_session_opens_beside_the_calendar_with_its_history() {
        BookingInfo booking = book(trainer, client, "2026-12-01T12:00:00Z");
        open("?date=2026-12-01");

        ComponentUtil.fireEvent(
                board(), new CalendarBoard.Opened(board(), true, booking.id().toString()));
        roundTrip();

        assertThat(query()).contains("booking=" + booking.id());
        assertThat(panel())
                .contains("Клим", "15:00–16:00", "2 500 ₽".replace(' ', '\u00a0'), "Записана", "тренер · Анна");
        assertThat(html()).contains("cal-open");

        test(find(Button.class).withAriaLabel("Закрыть").single()).click();
        assertThat(query()).doesNotContain("booking");
    }

    @Test
    void free_time_is_booked_and_both_sides_get_what_was_agreed() {
        open("?date=2026-12-01");
        ComponentUtil.fireEvent(
                board(), new CalendarBoard.FreeChosen(board(), true, telegram(trainer), "2026-12-01", 10 * 60 + 30));

        assertThat(find(TimePicker.class).single().getValue()).isEqualTo(LocalTime.of(10, 30));
        assertThat(find(IntegerField.class).withLabel("Минут").single().getValue())
                .isEqualTo(60);
        chooseClient("Клим");
        assertThat(find(BigDecimalField.class).single().getValue()).isEqualTo("2500");
        act("Записать");

        assertThat(notice()).contains("Записано. Это время вне рабочих часов");
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(bookings.upcoming(client, null, 5)).singleElement().satisfies(booking -> {
            assertThat(booking.startsAt()).isEqualTo("2026-12-01T07:30:00Z");
            assertThat(booking.createdBy()).isEqualTo(ru.trenergram.scheduling.Side.STAFF);
        });
        assertThat(html()).contains("10:30–11:30");
    }

    @Test
    void a_time_that_is_taken_meanwhile_is_told_and_what_was_typed_stays() {
        open("?date=2026-12-01");
        test(button("Записать")).click();
        test(find(TimePicker.class).single()).setValue(LocalTime.of(15, 0));
        find(ComboBox.class).withLabel("Тренер").single().setValue(trainerChoice());
        chooseClient("Клим");
        book(trainer, clientOf(trainer, "Вера"), "2026-12-01T12:00:00Z");

        act("Записать");

        assertThat(refusal()).contains("Это время уже заняли").contains("slot_taken");
        assertThat(find(TimePicker.class).single().getValue()).isEqualTo(LocalTime.of(15, 0));
        assertThat(html()).contains("Вера");
    }

    @Test
    void a_form_that_is_not_filled_says_what_is_missing() {
        open("");
        test(button("Записать")).click();

        act("Записать");

        assertThat(refusal()).contains("Заполните это поле");
        assertThat(find(ComboBox.class).withLabel("Клиент").single().isInvalid())
                .isTrue();
    }

    @Test
    void a_weekly_repetition_is_booked_and_names_the_weeks_that_are_taken() {
        book(trainer, client, "2026-12-08T12:00:00Z");
        open("?date=2026-12-01");
        ComponentUtil.fireEvent(
                board(), new CalendarBoard.FreeChosen(board(), true, telegram(trainer), "2026-12-01", 15 * 60));
        chooseClient("Клим");
        test(find(IntegerField.class).withLabel("Недель подряд").single()).setValue(3);
        act("Записать");
        assertThat(refusal()).contains("8 дек., 15:00").contains("series_conflict");

        test(find(com.vaadin.flow.component.checkbox.Checkbox.class)
                        .withLabel("Пропустить занятые недели")
                        .single())
                .click();
        act("Записать");

        assertThat(bookings.upcoming(client, null, 9)).hasSize(3);
    }

    @Test
    void a_dragged_session_is_moved_only_when_that_is_confirmed() {
        BookingInfo booking = book(trainer, client, "2026-12-01T12:00:00Z");
        open("?date=2026-12-01");

        drop(booking.id(), "2026-12-01", 18 * 60);
        assertThat(dialogText()).contains("Клим").contains("Клиент должен будет подтвердить");
        assertThat(bookings.get(booking.id()).startsAt()).isEqualTo("2026-12-01T12:00:00Z");
        act("Перенести");

        assertThat(bookings.get(booking.id()).startsAt()).isEqualTo("2026-12-01T15:00:00Z");
        assertThat(html()).contains("18:00–19:00");
    }

    @Test
    void who_drags_what_another_has_changed_meanwhile_is_told_and_sees_it_as_it_is() {
        BookingInfo booking = book(trainer, client, "2026-12-01T12:00:00Z");
        open("?date=2026-12-01");
        drop(booking.id(), "2026-12-01", 18 * 60);
        bookings.cancel(Actor.client(client), booking.id(), 0, "Заболел");

        act("Перенести");

        assertThat(notice()).contains("Данные успели измениться");
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(html()).doesNotContain("Клим");
    }

    @Test
    void a_session_is_cancelled_with_a_reason_and_not_without() {
        BookingInfo booking = book(trainer, client, "2026-12-01T12:00:00Z");
        open("?date=2026-12-01&booking=" + booking.id());

        test(button("Отменить тренировку")).click();
        act("Отменить тренировку");
        assertThat(refusal()).contains("Заполните это поле");
        test(find(TextArea.class).withLabel("Причина").single()).setValue("Зал закрыт");
        act("Отменить тренировку");

        BookingInfo cancelled = bookings.get(booking.id());
        assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(cancelled.cancelReason()).isEqualTo("Зал закрыт");
        assertThat(panel()).contains("отменена").contains("Зал закрыт");
    }

    @Test
    void who_only_looks_finds_nothing_to_press() {
        BookingInfo booking = book(trainer, client, "2026-12-01T12:00:00Z");
        for (StaffRole role : List.of(StaffRole.MARKETING, StaffRole.READONLY)) {
            signInAs(role, club);
            open("?date=2026-12-01&booking=" + booking.id());

            assertThat(html()).contains("Клим").doesNotContain("data-moves");
            assertThat(board().getElement().hasAttribute("data-editable")).isFalse();
            assertThat(find(Button.class).withText("Записать").all()).isEmpty();
            assertThat(find(Button.class).withText("Перенести").all()).isEmpty();
            assertThat(panel().contains("₽")).isEqualTo(role.seesMoney());
        }
    }

    @Test
    void a_forged_event_of_who_only_looks_does_nothing() {
        BookingInfo booking = book(trainer, client, "2026-12-01T12:00:00Z");
        signInAs(StaffRole.READONLY, club);
        open("?date=2026-12-01");

        drop(booking.id(), "2026-12-01", 18 * 60);

        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(bookings.get(booking.id()).version()).isZero();
    }

    @Test
    void another_clubs_calendar_is_no_ones_business() {
        long foreign = club("Чужой", "FREE", person("Кто-то"));

        go("club/" + foreign + "/calendar");

        assertThat(page()).contains("Здесь ничего нет").doesNotContain("Чужой");
    }

    @Test
    void what_somebody_else_books_appears_by_itself_and_leaves_an_open_dialog_alone() {
        open("?date=2026-12-01");
        test(button("Записать")).click();

        bookings.create(
                Actor.trainer(trainer),
                NewBooking.at(trainer, client, java.time.Instant.parse("2026-12-01T12:00:00Z")));

        comes(() -> {
            assertThat(html()).contains("Клим");
        });
        assertThat(find(Dialog.class).all()).hasSize(1);
    }

    @Test
    void it_speaks_english_too() {
        UI.getCurrent().setLocale(Locale.of("en"));
        UI.getCurrent().getSession().setLocale(Locale.of("en"));
        book(trainer, client, "2026-11-30T12:00:00Z");

        open("");

        assertThat(page()).contains("Monday, 30 November").contains("In the club's time");
        assertThat(find(Button.class).withText("Book").all()).hasSize(1);
    }

    private void open(String query) {
        go("club/" + club + "/calendar" + query);
    }

    private CalendarBoard board() {
        return find(CalendarBoard.class).single();
    }

    private List<BoardPiece> cells() {
        return board().pieces().stream()
                .filter(piece -> piece.classes().contains("cal-cell"))
                .toList();
    }

    private String html() {
        return board().pieces().stream().map(BoardPiece::html).collect(java.util.stream.Collectors.joining("\n"));
    }

    private String panel() {
        return find(BookingPanel.class).single().getElement().getTextRecursively();
    }

    private void drop(UUID booking, String date, int minute) {
        ComponentUtil.fireEvent(board(), new CalendarBoard.Dropped(board(), true, booking.toString(), date, minute));
    }

    @SuppressWarnings("unchecked")
    private void chooseClient(String name) {
        ComboBox<Bookable> combo = find(ComboBox.class).withLabel("Клиент").single();
        Bookable chosen = test(combo).getSuggestionItems().stream()
                .map(Bookable.class::cast)
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
        combo.setValue(chosen);
    }

    @SuppressWarnings("unchecked")
    private Object trainerChoice() {
        ComboBox<Object> combo = find(ComboBox.class).withLabel("Тренер").single();
        return test(combo).getSuggestionItems().getFirst();
    }

    @SuppressWarnings("unchecked")
    private Select<SeriesScope> scope(String label) {
        return find(Select.class).withLabel(label).single();
    }

    private void act(String verb) {
        test(find(Button.class, find(Dialog.class).single()).withText(verb).single())
                .click();
    }

    private String refusal() {
        return find(com.vaadin.flow.component.html.Paragraph.class)
                .withClassName("act-refusal")
                .single()
                .getText();
    }

    private String dialogText() {
        return find(Dialog.class).single().getElement().getTextRecursively();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String telegram(long user) {
        return Long.toString(users.get(user).telegramId());
    }

    private static String query() {
        return UI.getCurrent().getActiveViewLocation().getQueryParameters().getQueryString();
    }
}
