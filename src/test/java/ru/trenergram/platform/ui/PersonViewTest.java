package ru.trenergram.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.security.Caller;
import ru.trenergram.support.PanelTest;
import ru.trenergram.users.Erasures;
import ru.trenergram.users.UserBlocks;

class PersonViewTest extends PanelTest {

    @Autowired
    UserBlocks blocks;

    @Autowired
    Erasures erasures;

    @Test
    void a_card_says_all_roles_at_once() {
        long club = ownClub("PRO");
        long trainer = trainer(club, "Анна");
        clientOf(trainer, "Клим");
        long other = trainer(club, "Борис");
        staffMembers.add(club, trainer, StaffRole.MANAGER);
        join(other, trainer);
        superadmin();

        open(trainer);

        assertThat(page()).contains("Анна", "клиентов: 1", "Атлант", "Борис", "Атлант – Менеджер", "Доступ открыт");
    }

    @Test
    void somebody_is_shut_out_for_a_reason_and_let_in_again() {
        long person = person("Ким");
        superadmin();
        open(person);

        press("Закрыть доступ");
        Ask ask = find(Ask.class).single();
        ask.confirm();
        assertThat(find(TextArea.class).single().isInvalid())
                .as("without a reason")
                .isTrue();
        assertThat(blocks.find(person)).isEmpty();
        test(find(TextArea.class).single()).setValue("спам в чатах");
        ask.confirm();

        assertThat(notice()).isEqualTo("Доступ закрыт: Ким");
        assertThat(blocks.find(person)).isPresent();
        assertThat(page()).contains("спам в чатах");

        press("Вернуть доступ");
        find(Ask.class).single().confirm();
        assertThat(blocks.find(person)).isEmpty();
        assertThat(page()).contains("Доступ открыт");
    }

    @Test
    void what_somebody_else_did_meanwhile_is_told() {
        long person = person("Ким");
        long ada = superadmin();
        open(person);
        blocks.block(new Caller(ada, users.get(ada).telegramId()), person, "другой успел раньше");

        press("Закрыть доступ");
        test(find(TextArea.class).single()).setValue("опоздал");
        find(Ask.class).single().confirm();

        assertThat(notice()).contains("Кто-то уже сделал это");
        assertThat(page()).contains("другой успел раньше");
    }

    @Test
    void an_erasure_says_what_it_does_and_leaves_nothing_to_press() {
        long person = person("Вера");
        superadmin();
        open(person);

        press("Удалить данные");
        assertThat(find(Ask.class).single().getElement().getTextRecursively())
                .contains("Будущие тренировки отменятся", "Вернуть это нельзя");
        assertThat(erasures.erasedAt(person)).isEmpty();
        find(Ask.class).single().confirm();

        assertThat(erasures.erasedAt(person)).isPresent();
        assertThat(page()).contains("Удалённый аккаунт", "Данные удалены").doesNotContain("Вера");
        assertThat(find(Button.class).withText("Закрыть доступ").exists()).isFalse();
    }

    @Test
    void the_only_owner_of_a_club_cannot_be_erased_and_it_says_why() {
        long owner = person("Марина");
        club("Атлант", "FREE", owner);
        superadmin();

        open(owner);

        Button erase = find(Button.class).withText("Удалить данные").single();
        assertThat(erase.isEnabled()).isFalse();
        assertThat(erase.getTooltip().getText()).contains("Атлант");
    }

    @Test
    void nothing_is_done_to_a_super_admin() {
        long ada = superadmin();

        open(ada);

        assertThat(page()).contains("Супер-администратор платформы");
        assertThat(find(Button.class).withText("Закрыть доступ").exists()).isFalse();
        assertThat(find(Button.class).withText("Удалить данные").exists()).isFalse();
    }

    @Test
    void of_somebody_who_is_not_there_there_is_no_card() {
        superadmin();

        go("admin/users/999999999999");

        assertThat(page()).contains("Здесь ничего нет");
    }

    private void open(long person) {
        go("admin/users/" + person);
    }

    private void press(String button) {
        test(find(Button.class).withText(button).first()).click();
        roundTrip();
    }
}
