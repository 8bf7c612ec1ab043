package ru.trenergram.subscriptions.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubFreezes;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.security.Caller;
import ru.trenergram.subscriptions.SubscriptionEntry;

class AdminClubViewTest extends SubscriptionPanelTest {

    @Autowired
    ClubFreezes freezes;

    private long club;
    private Caller admin;

    @BeforeEach
    void a_club_and_the_super_admin() {
        club = club("Атлант", "PRO", person("Марина"));
        trainer(club, "Анна");
        admin = admin();
    }

    @Test
    void the_card_says_who_runs_the_club_and_what_it_uses_and_pays() {
        pay(admin, club, 1);

        open();

        assertThat(page())
                .contains("Атлант", "Марина", "1 из 25", "Зал на Тверской · Тверская, 1")
                .contains("9\u00a0900\u00a0₽ в месяц", "29 дек. 2026 г.", "5 янв. 2027 г.");
        assertThat(test(find(EntryGrid.class).single()).getCellText(0, 1)).isEqualTo("Оплата, месяцев: 1");
    }

    @Test
    void a_club_that_is_not_there_is_not_found() {
        go("admin/clubs/999999999");

        assertThat(page()).contains("Здесь ничего нет");
    }

    @Test
    void a_payment_is_recorded() {
        open();
        press("Записать оплату");
        type("Месяцев", 3);
        assertThat(find(Rubles.class).single().money()).isEqualTo(Money.rubles(2_970_000));

        pressInDialog("Записать оплату");

        assertThat(notice()).isEqualTo("Сохранено");
        assertThat(subscriptions.get(club).paidUntil()).isEqualTo("2027-02-28");
        assertThat(page()).contains("28 февр. 2027 г.");
    }

    @Test
    void a_payment_is_returned_in_part() {
        SubscriptionEntry payment = pay(admin, club, 2);
        open();
        test(find(Button.class, test(find(EntryGrid.class).single()).getCellComponent(0, 5))
                        .withText("Вернуть")
                        .single())
                .click();
        roundTrip();
        type("Сколько месяцев снять", 1);
        find(Rubles.class).single().setMoney(Money.rubles(990_000));

        pressInDialog("Записать возврат");

        assertThat(subscriptions.get(club).paidUntil()).isEqualTo("2026-12-29");
        assertThat(payments.left(admin, payment.id()).months()).isEqualTo(1);
    }

    @Test
    void days_are_given_only_with_a_reason() {
        open();
        press("Продлить");
        pressInDialog("Продлить");
        assertThat(asks()).isTrue();
        assertThat(subscriptions.get(club).paidUntil()).isNull();

        type("Причина", "Был сбой");
        pressInDialog("Продлить");

        assertThat(subscriptions.get(club).paidUntil()).isEqualTo("2026-12-06");
    }

    @Test
    void the_tariff_is_changed_for_the_club() {
        open();
        press("Сменить тариф");
        test(find(Button.class)
                        .withCondition(button -> button.getText().startsWith("Премиум"))
                        .single())
                .click();
        roundTrip();
        pressInDialog("Сменить тариф");

        assertThat(subscriptions.get(club).tariffCode()).isEqualTo("PREMIUM");
    }

    @Test
    void a_freeze_needs_a_reason_and_is_taken_back() {
        open();
        press("Заморозить");
        pressInDialog("Заморозить");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        assertThat(freezes.find(club)).isEmpty();

        find(TextArea.class).single().setValue("Жалобы клиентов");
        pressInDialog("Заморозить");
        assertThat(freezes.find(club)).isPresent();
        assertThat(page()).contains("Заморожен").contains("Жалобы клиентов");

        press("Разморозить");
        pressInDialog("Разморозить");
        assertThat(freezes.find(club)).isEmpty();
    }

    @Test
    void the_clubs_panel_is_opened_to_look_with_a_banner_and_left_again() {
        applicant(club, "Борис");
        open();

        press("Открыть панель клуба");

        assertThat(address()).startsWith("club/" + club);
        assertThat(page()).contains("Вы смотрите клуб «Атлант» как супер-администратор");
        go("club/" + club + "/trainers");
        assertThat(find(Button.class).withText("Принять").exists()).isFalse();
        go("club/" + club + "/subscription");
        assertThat(page()).contains("Сюда вам нельзя");

        go("club/" + club + "/trainers");
        press("Выйти из клуба");
        assertThat(address()).isEqualTo("admin/clubs/" + club);
        go("club/" + club + "/trainers");
        assertThat(page()).contains("Здесь ничего нет");
    }

    @Test
    void the_staff_of_a_frozen_club_read_why_they_only_look() {
        applicant(club, "Борис");
        freezes.freeze(admin, club, "Жалобы клиентов");
        signInAs(StaffRole.MANAGER, club);

        go("club/" + club + "/trainers");

        assertThat(page()).contains("Клуб заморожен, панель только показывает. Причина: Жалобы клиентов");
        assertThat(find(Button.class).withText("Принять").exists()).isFalse();
    }

    private void open() {
        go("admin/clubs/" + club);
    }
}
