package ru.trenergram.members.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.balances.Balances;
import ru.trenergram.base.Money;
import ru.trenergram.base.ui.LocalDatePicker;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.members.Member;
import ru.trenergram.members.MemberFilter;
import ru.trenergram.members.MembersTest;

class ClientViewTest extends MembersTest {

    @Autowired
    Balances balances;

    @Test
    void the_owner_writes_down_what_the_club_knows() {
        long id = member("Анна", "+79160000001");
        open(id, "");

        test(find(TextField.class).withCaption("Имя").single()).setValue("Анна Петрова");
        test(find(LocalDatePicker.class).single()).setValue(LocalDate.of(1990, 5, 17));
        test(find(TextArea.class).single()).setValue("Любит утро");
        test(find(Button.class).withText("Сохранить").single()).click();

        Member saved = members.get(owner, club, id);
        assertThat(saved.name()).isEqualTo("Анна Петрова");
        assertThat(saved.birthday()).isEqualTo(LocalDate.of(1990, 5, 17));
        assertThat(saved.note()).isEqualTo("Любит утро");
        assertThat(notice()).isEqualTo("Сохранено");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_stays_there() {
        long id = member("Анна", "+79160000001");
        open(id, "");

        TextField phone = find(TextField.class).withCaption("Телефон").single();
        test(phone).setValue("12");
        test(find(Button.class).withText("Сохранить").single()).click();

        assertThat(phone.isInvalid()).isTrue();
        assertThat(phone.getValue()).isEqualTo("12");
        assertThat(members.get(owner, club, id).phone()).isEqualTo("+79160000001");
    }

    @Test
    void a_stale_edit_is_told_and_keeps_what_was_typed() {
        long id = member("Анна", null);
        open(id, "");
        members.change(owner, club, id, 0, details("Анна Иная", null));

        test(find(TextArea.class).single()).setValue("Моя заметка");
        test(find(Button.class).withText("Сохранить").single()).click();
        assertThat(page()).contains("Пока вы правили, запись изменил кто-то другой");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Моя заметка");
        assertThat(members.get(owner, club, id).note()).isNull();

        test(find(Button.class).withText("Сохранить мой текст").single()).click();
        assertThat(members.get(owner, club, id).note()).isEqualTo("Моя заметка");
    }

    @Test
    void the_newer_record_can_be_taken_instead() {
        long id = member("Анна", null);
        open(id, "");
        members.change(owner, club, id, 0, details("Анна Иная", null));
        test(find(Button.class).withText("Сохранить").single()).click();

        test(find(Button.class).withText("Взять новую запись").single()).click();

        assertThat(find(TextField.class).withCaption("Имя").single().getValue()).isEqualTo("Анна Иная");
    }

    @Test
    void consent_can_be_recorded_after_somebody_else_has_changed_the_record() {
        long id = member("Анна", null);
        open(id, "");
        members.change(owner, club, id, 0, details("Анна Петрова", null));

        test(find(Button.class).withText("Записать согласие").single()).click();
        assertThat(notice()).contains("запись изменил кто-то другой");
        test(find(Button.class).withText("Записать согласие").single()).click();
        assertThat(page()).contains("Согласие получено");

        test(find(Button.class).withText("Сохранить").single()).click();
        assertThat(members.get(owner, club, id).name())
                .as("the form was filled before")
                .isEqualTo("Анна Петрова");
    }

    @Test
    void consent_is_recorded_and_what_is_typed_meanwhile_stays() {
        long id = member("Анна", null);
        open(id, "");
        test(find(TextArea.class).single()).setValue("Ещё не сохранено");

        test(find(Button.class).withText("Записать согласие").single()).click();

        assertThat(page()).contains("Согласие получено 30 нояб. 2026 г. · записал(а) Марина");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Ещё не сохранено");
        test(find(Button.class).withText("Сохранить").single()).click();
        assertThat(members.get(owner, club, id).note()).isEqualTo("Ещё не сохранено");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY"})
    void others_only_read_and_see_no_balances(StaffRole role) {
        long id = member("Анна", "+79160000001", "VIP");
        signInAs(role, club);

        open(id, "?tab=balances");

        assertThat(page()).contains("VIP").doesNotContain("Балансы");
        assertThat(page().contains("916")).isEqualTo(role.seesPhones());
        assertThat(find(Button.class).withText("Сохранить").exists()).isFalse();
        assertThat(find(Button.class).withText("Записать согласие").exists()).isFalse();
    }

    @Test
    void visits_and_balances_are_those_at_the_club() {
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        book(trainer, client, "2026-12-01T12:00:00Z");
        balances.topUp(trainer, client, Money.rubles(500_000), null);
        arrivals.gather(club);
        long id = members.idOf(owner, club, client).orElseThrow();

        open(id, "?tab=visits");
        assertThat(test(find(VisitGrid.class).single()).getRow(0).trainer()).isEqualTo("Анна");
        open(id, "?tab=balances");
        assertThat(page()).contains("Баланс принадлежит тренеру и клиенту", "5\u00a0000\u00a0₽");
        open(id, "?tab=history");
        assertThat(page()).contains("Запись ещё не меняли");
        assertThat(find(Tab.class).withText("История").single().isSelected()).isTrue();
    }

    @Test
    void a_double_is_offered_compared_and_merged() {
        long imported = member("Клим Саввин", "+79160000001", "VIP");
        long trainer = trainer(club, "Анна");
        long client = clientOf(trainer, "Клим");
        users.sharePhone(client, "79160000001");
        book(trainer, client, "2026-12-01T12:00:00Z");
        arrivals.gather(club);
        open(members.idOf(owner, club, client).orElseThrow(), "");

        assertThat(page()).contains("Тот же телефон у записи «Клим Саввин»");
        test(find(Button.class).withText("Сравнить и объединить").single()).click();
        assertThat(find(MergingDialog.class).single().getElement().getTextRecursively())
                .contains("Что получится", "VIP");
        test(find(Button.class).withText("Объединить").single()).click();

        assertThat(notice()).isEqualTo("Записи объединены");
        assertThat(list.count(owner, club, MemberFilter.ALL)).isEqualTo(1);
        go("club/" + club + "/clients/" + imported);
        assertThat(page()).contains("Здесь ничего нет");
    }

    @Test
    void another_clubs_client_is_not_there() {
        long other = club("Север", "PRO", person("Олег"));
        long theirs = members.add(staffMembers.owners(other).getFirst(), other, details("Чужой", null));

        open(theirs, "");

        assertThat(page()).contains("Здесь ничего нет").doesNotContain("Чужой");
    }

    private void open(long id, String query) {
        go("club/" + club + "/clients/" + id + query);
    }
}
