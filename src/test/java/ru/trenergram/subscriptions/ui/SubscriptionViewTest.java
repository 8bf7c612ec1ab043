package ru.trenergram.subscriptions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.trenergram.clubs.StaffRole;

class SubscriptionViewTest extends SubscriptionPanelTest {

    @Test
    void the_owner_sees_the_tariff_what_is_used_and_until_when_it_is_paid() {
        long owner = person("Марина");
        long club = club("Атлант", "PRO", owner);
        trainer(club, "Анна");
        trainer(club, "Борис");
        pay(admin(), club, 1);
        signIn(owner);

        open(club);

        assertThat(page())
                .contains("Оплачено до 29 дек. 2026 г., после сегодняшнего дня ещё дней: 29")
                .contains("2 из 25")
                .contains("9\u00a0900\u00a0₽ в месяц")
                .contains("Про", "Премиум", "Бесплатный", "Ваш тариф");
        EntryGrid history = find(EntryGrid.class).single();
        assertThat(test(history).getCellText(0, 1)).isEqualTo("Оплата, месяцев: 1");
        assertThat(test(history).getCellText(0, 4)).isEqualTo("Счёт 7");
    }

    @Test
    void a_new_club_reads_that_nothing_is_to_pay_and_nothing_was_paid() {
        long club = ownClub("FREE");

        open(club);

        assertThat(page())
                .contains("Бесплатный тариф действует без срока")
                .contains("0 из 5")
                .contains("Здесь появятся оплаты");
        assertThat(find(EntryGrid.class).exists()).isFalse();
    }

    @Test
    void in_the_grace_and_after_it_the_owner_reads_what_comes() {
        long owner = person("Марина");
        long club = club("Атлант", "PRO", owner);
        pay(admin(), club, 1);
        signIn(owner);

        clock.advance(Duration.ofDays(33));
        open(club);
        assertThat(page())
                .contains("Оплаченное время закончилось 29 дек. 2026 г. До 5 янв. 2027 г. всё работает как прежде");

        clock.advance(Duration.ofDays(7));
        open(club);
        assertThat(page()).contains("действует бесплатный тариф. Ничего не удалено");
    }

    @Test
    void a_change_says_what_it_means_before_it_is_made() {
        long owner = person("Марина");
        long club = club("Атлант", "PRO", owner);
        pay(admin(), club, 1);
        signIn(owner);

        open(club);
        test(find(Button.class).withAriaLabel("Выбрать тариф «Премиум»").single())
                .click();

        assertThat(address()).isEqualTo("club/" + club + "/subscription");
        assertThat(dialog())
                .contains("тренеров сколько угодно")
                .contains("вместо 29 дек. 2026 г. тариф будет оплачен до 14 дек. 2026 г.");
        pressInDialog("Сменить тариф");

        assertThat(notice()).isEqualTo("Теперь у клуба тариф «Премиум»");
        assertThat(subscriptions.get(club).tariffCode()).isEqualTo("PREMIUM");
        assertThat(test(find(EntryGrid.class).single()).getCellText(0, 1)).isEqualTo("Смена тарифа: PREMIUM");
    }

    @Test
    void a_tariff_that_is_too_small_names_those_who_have_no_place_and_cannot_be_chosen() {
        long club = ownClub("PRO");
        for (int i = 1; i <= 7; i++) {
            trainer(club, "Тренер " + i);
        }

        go("club/" + club + "/subscription?tariff=FREE");

        assertThat(dialog()).contains("в клубе тренеров 7, а он вмещает 5").contains("Тренер 6", "Тренер 7");
        assertThat(find(Button.class).withText("Сменить тариф").all()).noneMatch(Button::isVisible);
    }

    @Test
    void of_a_change_that_somebody_else_has_made_meanwhile_one_is_told() {
        long owner = person("Марина");
        long club = club("Атлант", "FREE", owner);
        signIn(owner);
        go("club/" + club + "/subscription?tariff=PREMIUM");
        subscriptions.change(owner, club, "PRO", subscriptions.get(club).version());

        pressInDialog("Сменить тариф");

        assertThat(notice()).contains("тем временем изменилась");
        assertThat(subscriptions.get(club).tariffCode()).isEqualTo("PRO");
        assertThat(page()).contains("Тариф выбран и ждёт первой оплаты");
    }

    @Test
    void an_address_with_a_tariff_that_is_not_offered_asks_nothing() {
        long club = ownClub("FREE");

        go("club/" + club + "/subscription?tariff=NOSUCH");

        assertThat(asks()).isFalse();
        assertThat(page()).contains("Бесплатный тариф действует без срока");
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffRole.class,
            names = {"MANAGER", "MARKETING", "READONLY"})
    void for_other_roles_it_stands_neither_in_the_menu_nor_at_its_address(StaffRole role) {
        long club = club("Атлант", "FREE", person("Марина"));
        signInAs(role, club);

        go("club/" + club + "/trainers");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getPath)
                .noneMatch(path -> path.contains("subscription"));
        open(club);

        assertThat(page()).contains("Сюда вам нельзя");
    }

    @Test
    void to_strangers_it_is_not_there() {
        long club = club("Атлант", "FREE", person("Марина"));
        signIn(person("Прохожий"));

        open(club);

        assertThat(page()).contains("Здесь ничего нет");
    }

    private void open(long club) {
        go("club/" + club + "/subscription");
    }
}
