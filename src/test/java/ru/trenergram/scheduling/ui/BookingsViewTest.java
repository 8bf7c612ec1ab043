package ru.trenergram.scheduling.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.export.ExportFormat;
import ru.trenergram.base.ui.Download;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.BookingExport;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.BookingSearch.Wanted;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.ClubDesk.BookingRow;
import ru.trenergram.support.PanelTest;

/** It is Monday, 30 November 2026, 12:00 in Moscow. */
class BookingsViewTest extends PanelTest {

    @Autowired
    BookingExport export;

    @Autowired
    Bookings bookings;

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
    void the_latest_come_first_and_the_order_can_be_turned() {
        book(trainer, client, "2026-12-01T12:00:00Z");
        book(trainer, client, "2026-12-02T12:00:00Z");

        open("");
        assertThat(rows().getCellText(0, 0)).contains("2 дек. 2026").contains("15:00–16:00");

        open("?order=oldest");
        assertThat(rows().getCellText(0, 0)).contains("1 дек. 2026");
        assertThat(page()).contains("Найдено: 2");
    }

    @Test
    void filters_stand_in_the_address() {
        BookingInfo wanted = book(trainer, client, "2026-12-01T12:00:00Z");
        BookingInfo cancelled = book(trainer, client, "2026-12-01T13:00:00Z");
        bookings.cancel(Actor.client(client), cancelled.id(), 0, null);
        book(trainer, clientOf(trainer, "Вера"), "2026-12-01T14:00:00Z");
        book(trainer, client, "2026-12-05T12:00:00Z");

        open("?from=2026-12-01&to=2026-12-02&status=pending,confirmed&client="
                + users.get(client).telegramId() + "&trainer="
                + users.get(trainer).telegramId());

        assertThat(rows().size()).isEqualTo(1);
        assertThat(rows().getRow(0).booking().id()).isEqualTo(wanted.id());
        assertThat(find(DatePicker.class).withAriaLabel("С даты").single().getValue())
                .isEqualTo(LocalDate.parse("2026-12-01"));

        test(find(Button.class).withText("Сбросить").single()).click();
        assertThat(query()).isEmpty();
        assertThat(rows().size()).isEqualTo(4);
    }

    @Test
    void whom_the_address_names_and_who_is_not_there_has_no_bookings() {
        book(trainer, client, "2026-12-01T12:00:00Z");

        open("?trainer=999");
        assertThat(rows().size()).isZero();

        open("?client=999");
        assertThat(rows().size()).isZero();
    }

    @Test
    void a_client_is_searched_among_those_who_have_booked_here() {
        book(trainer, client, "2026-12-01T12:00:00Z");
        clientOf(trainer, "Вера"); // never booked
        open("");

        @SuppressWarnings("unchecked")
        ComboBox<Object> clients = find(ComboBox.class).withAriaLabel("Клиент").single();
        assertThat(test(clients).getSuggestions()).containsExactly("Клим");
    }

    @Test
    void the_list_is_taken_away_as_it_is_filtered_and_ordered() throws IOException {
        book(trainer, client, "2026-12-01T12:00:00Z");
        book(trainer, client, "2026-12-05T12:00:00Z");
        book(trainer, client, "2026-12-06T12:00:00Z");
        open("");
        assertThat(find(Download.class).all()).hasSize(2);

        var file = new ByteArrayOutputStream();
        var wanted = new Wanted(LocalDate.parse("2026-12-02"), null, Set.of(), null, null, null);
        export.write(staffMembers.owners(club).getFirst(), club, wanted, true, ExportFormat.CSV, Locale.of("ru"), file);

        assertThat(file.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("06.12.2026 15:00;60;")
                .contains("\"Клим\"", "\"ждёт подтверждения\"", ";2500,00");
    }

    @Test
    void who_only_reads_takes_nothing_away() {
        long reader = person("Римма");
        staffMembers.add(club, reader, StaffRole.READONLY);
        signIn(reader);

        open("");

        assertThat(find(Download.class).exists()).isFalse();
        assertThatThrownBy(() -> export.write(
                        reader,
                        club,
                        Wanted.all(),
                        true,
                        ExportFormat.CSV,
                        Locale.of("ru"),
                        OutputStream.nullOutputStream()))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void a_mistyped_filter_is_as_if_it_were_not_there() {
        book(trainer, client, "2026-12-01T12:00:00Z");

        open("?from=2026-13-01&status=maybe&trainer=x&client=-&location=&booking=0");

        assertThat(rows().size()).isEqualTo(1);
    }

    @Test
    void nothing_found_says_what_to_do() {
        open("?status=no_show");

        assertThat(grid().getEmptyStateComponent().getElement().getTextRecursively())
                .contains("Таких тренировок нет")
                .contains("сбросьте");
    }

    @Test
    void a_row_opens_beside_the_list_and_stands_in_the_address() {
        BookingInfo booking = book(trainer, client, "2026-12-01T12:00:00Z");
        open("");

        test(grid()).clickRow(0);

        assertThat(query()).contains("booking=" + booking.id());
        assertThat(find(BookingPanel.class).single().getElement().getTextRecursively())
                .contains("Клим")
                .contains("История");
    }

    @Test
    void what_the_filters_leave_is_cancelled_together_with_a_reason() {
        BookingInfo first = book(trainer, client, "2026-12-01T12:00:00Z");
        BookingInfo second = book(trainer, client, "2026-12-01T14:00:00Z");
        BookingInfo later = book(trainer, client, "2026-12-03T14:00:00Z");
        open("?from=2026-12-01&to=2026-12-01");

        test(find(Button.class).withText("Отменить несколько").single()).click();
        assertThat(dialogText()).contains("Будет отменено тренировок: 2. Клиентов: 1, тренеров: 1");
        confirm();
        assertThat(dialogText()).contains("Заполните это поле");
        test(find(TextArea.class).single()).setValue("Тренер заболел");
        confirm();

        comes(() -> {
            assertThat(page()).contains("Отменено тренировок: 2 из 2");
        });
        assertThat(bookings.get(first.id()).status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(bookings.get(second.id()).cancelReason()).isEqualTo("Тренер заболел");
        assertThat(bookings.get(later.id()).status()).isEqualTo(BookingStatus.PENDING);

        test(find(Button.class).withText("Понятно").single()).click();
        assertThat(page()).doesNotContain("Отменено тренировок");
    }

    @Test
    void those_that_are_chosen_are_cancelled_and_one_that_has_changed_is_named() {
        book(trainer, client, "2026-12-01T12:00:00Z");
        BookingInfo changed = book(trainer, client, "2026-12-01T14:00:00Z");
        book(trainer, client, "2026-12-01T16:00:00Z");
        open("?order=oldest");
        test(grid()).select(0);
        test(grid()).select(1);
        bookings.confirm(Actor.client(client), changed.id(), 0);

        test(find(Button.class).withText("Отменить несколько").single()).click();
        test(find(TextArea.class).single()).setValue("Зал закрыт");
        confirm();

        comes(() -> {
            assertThat(page()).contains("Отменено тренировок: 1 из 2").contains("Клим, 1 дек., 17:00: Данные успели");
        });
        assertThat(bookings.get(changed.id()).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void there_is_nothing_to_cancel_where_nothing_is_to_come() {
        open("");

        test(find(Button.class).withText("Отменить несколько").single()).click();

        assertThat(notice()).contains("Отменять нечего");
    }

    @Test
    void who_only_looks_chooses_nothing() {
        book(trainer, client, "2026-12-01T12:00:00Z");
        signInAs(StaffRole.READONLY, club);

        open("");

        assertThat(rows().size()).isEqualTo(1);
        assertThat(find(Button.class).withText("Отменить несколько").all()).isEmpty();
        assertThat(grid().getSelectionMode()).isEqualTo(Grid.SelectionMode.NONE);
    }

    @Test
    void another_clubs_bookings_are_no_ones_business() {
        long foreign = club("Чужой", "FREE", person("Кто-то"));

        go("club/" + foreign + "/bookings");

        assertThat(page()).contains("Здесь ничего нет");
    }

    @Test
    void what_is_booked_elsewhere_appears_by_itself() {
        open("");
        assertThat(rows().size()).isZero();

        book(trainer, client, "2026-12-01T12:00:00Z");

        comes(() -> {
            assertThat(rows().size()).isEqualTo(1);
        });
    }

    private void open(String query) {
        go("club/" + club + "/bookings" + query);
    }

    private BookingGrid grid() {
        return find(BookingGrid.class).single();
    }

    private GridTester<Grid<BookingRow>, BookingRow> rows() {
        return test(grid());
    }

    private void confirm() {
        test(find(Button.class, find(Dialog.class).single())
                        .withCondition(button -> button.getText().startsWith("Отменить тренировки"))
                        .single())
                .click();
    }

    private String dialogText() {
        return find(Dialog.class).single().getElement().getTextRecursively();
    }

    private static String query() {
        return UI.getCurrent().getActiveViewLocation().getQueryParameters().getQueryString();
    }
}
