package ru.trenergram.subscriptions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.ClubFreezes;
import ru.trenergram.security.Caller;
import ru.trenergram.subscriptions.ClubRegister.Row;

class AdminClubsViewTest extends SubscriptionPanelTest {

    @Autowired
    ClubFreezes freezes;

    private String mark;
    private long owner;

    @BeforeEach
    void names_of_its_own() {
        owner = person("Владелица");
        mark = "К" + users.get(owner).telegramId();
    }

    @Test
    void a_line_says_who_owns_the_club_what_it_uses_and_what_it_pays() {
        long club = club(mark, "PRO", owner);
        trainer(club, "Анна");
        pay(admin(), club, 1);

        open("?q=" + mark);

        assertThat(rows().size()).isEqualTo(1);
        Row row = rows().getRow(0);
        assertThat(row.owners()).containsExactly("Владелица");
        assertThat(rows().getCellText(0, 2)).isEqualTo("1 из 25");
        assertThat(text(0, 3)).isEqualTo("Про");
        assertThat(text(0, 4)).contains("оплачена").contains("до 29 дек. 2026 г.");
        assertThat(page()).contains("Клубов: 1");
    }

    @Test
    void search_tariff_and_state_stand_in_the_address_and_in_their_fields() {
        long frozen = club(mark + " Север", "PRO", owner);
        club(mark + " Юг", "PRO", owner);
        club(mark + " Запад", "FREE", owner);
        freezes.freeze(admin(), frozen, "Жалобы");

        open("?q=" + mark.toLowerCase() + "&tariff=PRO&state=frozen");
        assertThat(names()).containsExactly(mark + " Север");
        assertThat(find(TextField.class).single().getValue()).isEqualTo(mark.toLowerCase());
        assertThat(find(Select.class).all()).noneMatch(Select::isEmpty);

        open("?q=" + mark + "&tariff=PRO");
        assertThat(names()).containsExactly(mark + " Север", mark + " Юг");

        open("?q=" + mark + "&state=open");
        assertThat(names()).containsExactly(mark + " Запад", mark + " Юг");
    }

    @Test
    void a_search_is_typed_and_goes_into_the_address() {
        club(mark, "FREE", owner);
        admin();
        open("");

        test(find(TextField.class).single()).setValue("владелица");
        roundTrip();

        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getSingleParameter("q"))
                .contains("владелица");
        assertThat(names()).contains(mark);
    }

    @Test
    void many_are_read_page_by_page() {
        IntStream.range(0, 120).forEach(i -> club(mark + " " + (1000 + i), "FREE", owner));
        admin();

        open("?q=" + mark);

        assertThat(rows().getRow(110).name()).isEqualTo(mark + " 1110");
    }

    @Test
    void nothing_found_says_what_to_do() {
        admin();
        open("?q=такого+клуба+нет&tariff=NOSUCH&state=nosuch");

        assertThat(rows().size()).isZero();
        assertThat(grid().getEmptyStateComponent().getElement().getTextRecursively())
                .contains("Таких клубов нет");
    }

    @Test
    void the_subscriptions_are_filtered_by_what_becomes_of_them_and_paid_here() {
        Caller admin = admin();
        long soon = club(mark + " скоро", "PRO", owner);
        long later = club(mark + " потом", "PRO", owner);
        payments.prolong(admin, UUID.randomUUID(), soon, 3, "Проба");
        pay(admin, later, 6);
        club(mark + " ждёт", "PRO", owner);
        club(mark + " даром", "FREE", owner);

        subscriptions("&state=expiring");
        assertThat(names()).containsExactly(mark + " скоро");
        subscriptions("&state=unpaid");
        assertThat(names()).containsExactly(mark + " ждёт");
        subscriptions("&state=free");
        assertThat(names()).containsExactly(mark + " даром");
        subscriptions("");
        assertThat(names()).startsWith(mark + " скоро", mark + " потом");

        clock.advance(Duration.ofDays(5));
        subscriptions("&state=grace");
        assertThat(names()).containsExactly(mark + " скоро");
        clock.advance(Duration.ofDays(7));
        subscriptions("&state=expired");
        assertThat(names()).containsExactly(mark + " скоро");

        subscriptions("&state=unpaid");
        test(button(0, "Записать оплату")).click();
        roundTrip();
        type("Месяцев", 2);
        pressInDialog("Записать оплату");

        assertThat(notice()).contains("оплачено до 11 февр. 2027 г.");
        assertThat(asks()).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void a_refused_payment_keeps_what_was_typed_and_says_what_is_wrong() {
        admin();
        club(mark, "PRO", owner);
        subscriptions("");
        test(button(0, "Продлить")).click();
        roundTrip();
        type("Дней", 400);

        pressInDialog("Продлить");

        assertThat(asks()).isTrue();
        Whole days = find(Whole.class).single();
        assertThat(days.isInvalid()).isTrue();
        assertThat(days.getErrorMessage()).isEqualTo("Не больше 366.");
        assertThat(days.getValue()).isEqualTo(400);
    }

    private void open(String parameters) {
        go("admin/clubs" + parameters);
    }

    private void subscriptions(String parameters) {
        go("admin/subscriptions?q=" + mark + parameters);
    }

    private Button button(int row, String text) {
        return find(Button.class, rows().getCellComponent(row, 6))
                .withText(text)
                .single();
    }

    private List<String> names() {
        return IntStream.range(0, rows().size())
                .mapToObj(row -> rows().getRow(row).name())
                .toList();
    }

    private String text(int row, int column) {
        return rows().getCellComponent(row, column).getElement().getTextRecursively();
    }

    private ClubGrid grid() {
        return find(ClubGrid.class).single();
    }

    private GridTester<Grid<Row>, Row> rows() {
        return test(grid());
    }
}
