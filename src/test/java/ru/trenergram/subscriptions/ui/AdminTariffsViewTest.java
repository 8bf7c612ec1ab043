package ru.trenergram.subscriptions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.Money;
import ru.trenergram.security.Caller;
import ru.trenergram.tariffs.Tariff;
import ru.trenergram.tariffs.Tariff.Terms;
import ru.trenergram.tariffs.Tariffs;

class AdminTariffsViewTest extends SubscriptionPanelTest {

    private static final AtomicInteger CODES = new AtomicInteger();

    @Autowired
    Tariffs tariffs;

    private Caller admin;
    private String code;

    @BeforeEach
    void the_super_admin() {
        admin = admin();
        code = "VIEW" + CODES.incrementAndGet();
    }

    @Test
    void the_tariffs_stand_there_with_price_and_limit() {
        go("admin/tariffs");

        Grid<?> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isGreaterThanOrEqualTo(3);
        assertThat(test(grid).getCellText(0, 0)).isEqualTo("Бесплатный");
        assertThat(test(grid).getCellText(0, 3)).isEqualTo("до 5 тренеров");
    }

    @Test
    void a_tariff_is_made() {
        go("admin/tariffs?tariff=new");
        type("Код", code);
        type("Название по-русски", "Студия");
        type("Название по-английски", "Studio");
        find(Rubles.class).single().setMoney(Money.rubles(490_050));
        type("Тренеров, не больше", 8);

        pressInDialog("Сохранить");

        assertThat(tariffs.get(code))
                .isEqualTo(new Tariff(code, new Terms("Студия", "Studio", Money.rubles(490_050), 8), false, 0));
        assertThat(notice()).isEqualTo("Тариф «Студия» сохранён");
        assertThat(asks()).isFalse();
    }

    @Test
    void bad_input_is_told_at_its_field_and_kept() {
        go("admin/tariffs?tariff=new");
        type("Код", "студия");
        type("Название по-русски", "Студия");
        type("Название по-английски", "Studio");
        find(Rubles.class).single().setMoney(Money.rubles(100));

        pressInDialog("Сохранить");

        assertThat(asks()).isTrue();
        TextField field = find(TextField.class).withCaption("Код").single();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getValue()).isEqualTo("студия");
    }

    @Test
    void of_an_edit_that_somebody_else_has_made_meanwhile_one_is_told() {
        tariffs.create(admin, code, terms(100));
        go("admin/tariffs?tariff=" + code);
        tariffs.edit(admin, code, 0, terms(200));
        type("Название по-русски", "Моё имя");

        pressInDialog("Сохранить");

        assertThat(asks()).isTrue();
        assertThat(dialog()).contains("Данные успели измениться"); // and what was typed stays
        assertThat(tariffs.get(code).price()).isEqualTo(Money.rubles(200));
    }

    @Test
    void a_limit_below_what_a_club_has_is_refused_with_its_name() {
        tariffs.create(admin, code, terms(100));
        long owner = person("Марина");
        long club = club("Клуб " + code, code, owner);
        trainer(club, "Анна");
        trainer(club, "Борис");
        go("admin/tariffs?tariff=" + code);
        type("Тренеров, не больше", 1);

        pressInDialog("Сохранить");

        assertThat(dialog()).contains("Сверх этого: Клуб " + code);
    }

    @Test
    void a_tariff_is_retired_after_a_question() {
        tariffs.create(admin, code, terms(1));
        go("admin/tariffs");

        test(button("Снять")).click();
        roundTrip();
        assertThat(dialog()).contains("У клубов, у которых он есть, ничего не изменится");
        pressInDialog("Снять");

        assertThat(tariffs.get(code).retired()).isTrue();
    }

    private Button button(String text) {
        Grid<Tariff> grid = find(Grid.class).single();
        int row = 0;
        while (!test(grid).getRow(row).code().equals(code)) {
            row++;
        }
        return find(Button.class, test(grid).getCellComponent(row, 5))
                .withText(text)
                .single();
    }

    private static Terms terms(long price) {
        return new Terms("Имя", "Name", Money.rubles(price), 10);
    }
}
