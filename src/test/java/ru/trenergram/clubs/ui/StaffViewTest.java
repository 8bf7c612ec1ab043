package ru.trenergram.clubs.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.StaffDesk;
import ru.trenergram.clubs.StaffInvitations;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.PanelTest;

class StaffViewTest extends PanelTest {

    @Autowired
    StaffDesk desk;

    @Autowired
    StaffInvitations invitations;

    private long club;
    private long owner;
    private long manager;

    @BeforeEach
    void a_club_with_a_manager() {
        club = ownClub("PRO");
        owner = staffMembers.owners(club).getFirst();
        manager = person("Пётр");
        staffMembers.add(club, manager, StaffRole.MANAGER);
    }

    @Test
    void the_staff_stand_by_their_roles() {
        open();

        assertThat(test(staff()).size()).isEqualTo(2);
        assertThat(test(staff()).getCellText(0, 0)).isEqualTo("Марина (вы)");
        assertThat(test(staff()).getCellText(1, 0)).isEqualTo("Пётр");
        assertThat(page()).contains("Человек в команде: 2").contains("Никто не приглашён");
    }

    @Test
    void the_owner_gives_another_role() {
        open();

        chosen(1, StaffRole.MARKETING);

        assertThat(notice()).isEqualTo("Пётр: теперь роль «Маркетинг»");
        assertThat(staffMembers.membership(manager, club).role()).isEqualTo(StaffRole.MARKETING);
    }

    @Test
    void a_role_that_somebody_else_has_changed_meanwhile_is_told_and_left_alone() {
        open();
        desk.changeRole(owner, club, manager, StaffRole.MANAGER, StaffRole.READONLY);

        chosen(1, StaffRole.MARKETING);

        assertThat(notice()).isEqualTo("Данные успели измениться. Посмотрите и повторите.");
        assertThat(staffMembers.membership(manager, club).role()).isEqualTo(StaffRole.READONLY);
        assertThat(role(1).getValue()).isEqualTo(StaffRole.READONLY);
    }

    @Test
    void the_last_owner_stays_an_owner() {
        open();

        chosen(0, StaffRole.MANAGER);

        assertThat(notice()).startsWith("В клубе должен остаться хотя бы один владелец");
        assertThat(staffMembers.owners(club)).containsExactly(owner);
    }

    @Test
    void whoever_is_removed_is_gone_once_it_is_confirmed() {
        open();
        test(removal(1)).click();
        assertThat(staffMembers.memberships(manager)).hasSize(1);

        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(staffMembers.memberships(manager)).isEmpty();
        assertThat(test(staff()).size()).isEqualTo(1);
    }

    @Test
    void a_dismissed_persons_open_page_does_nothing_any_more() {
        signIn(manager);
        open();
        desk.remove(owner, club, manager);

        test(find(Button.class).withText("Пригласить").single()).click();
        choose(StaffRole.READONLY);
        Button make = find(Button.class).withText("Создать ссылку").single();
        DomainException refusal =
                catchThrowableOfType(DomainException.class, () -> test(make).click());

        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(invitations.open(owner, club)).isEmpty();
    }

    @Test
    void a_manager_may_do_something_about_those_whom_they_could_invite() {
        long reader = person("Римма");
        staffMembers.add(club, reader, StaffRole.READONLY);
        signIn(manager);

        open();

        assertThat(test(staff()).getCellComponent(0, 1)).isInstanceOf(Span.class); // the owner
        assertThat(test(staff()).getCellComponent(0, 3)).isInstanceOf(Span.class);
        assertThat(test(staff()).getCellComponent(1, 1)).isInstanceOf(Span.class); // themselves
        assertThat(removal(1).getText()).isEqualTo("Покинуть");
        assertThat(role(2).getValue()).isEqualTo(StaffRole.READONLY);
        assertThat(removal(2).getText()).isEqualTo("Убрать");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY"})
    void others_only_read_and_can_leave(StaffRole role) {
        signInAs(role, club);

        open();

        assertThat(test(staff()).size()).isEqualTo(3);
        assertThat(find(Button.class).withText("Пригласить").exists()).isFalse();
        assertThat(page()).doesNotContain("Открытые приглашения");
        assertThat(test(staff()).getCellComponent(0, 3)).isInstanceOf(Span.class);
        assertThat(removal(2).getText()).isEqualTo("Покинуть");
    }

    @Test
    void an_invitation_is_a_link_that_is_shown_once_and_stands_in_the_list_until_it_is_revoked() {
        open();

        test(find(Button.class).withText("Пригласить").single()).click();
        test(find(Button.class).withText("Создать ссылку").single()).click();
        assertThat(find(RadioButtonGroup.class).single().isInvalid()).isTrue();
        choose(StaffRole.MARKETING);
        test(find(Button.class).withText("Создать ссылку").single()).click();
        String link = find(TextField.class).single().getValue();
        assertThat(link).contains("start=inv_");
        test(find(Button.class).withText("Закрыть").single()).click();
        var open = test(find(InvitationGrid.class).single());
        assertThat(open.getCellText(0, 0)).isEqualTo("Маркетинг");
        assertThat(open.getCellText(0, 1)).isEqualTo("Марина");
        assertThat(open.getCellText(0, 3)).isEqualTo("7 дек. 2026 г.");

        test((Button) open.getCellComponent(0, 4)).click();

        assertThat(notice()).startsWith("Приглашение отозвано");
        assertThat(invitations.open(owner, club)).isEmpty();
        assertThat(page()).contains("Никто не приглашён");
    }

    @Test
    void an_invitation_that_has_expired_stands_there_no_more() {
        invitations.make(owner, club, StaffRole.CASHIER);
        clock.advance(Duration.ofDays(8));

        open();

        assertThat(page()).contains("Никто не приглашён");
    }

    @Test
    void cashiers_and_strangers_do_not_see_who_works_there() {
        signInAs(StaffRole.CASHIER, club);
        open();
        assertThat(page()).contains("Сюда вам нельзя").doesNotContain("Пётр");

        signIn(person("Прохожий"));
        open();
        assertThat(page()).contains("Здесь ничего нет").doesNotContain("Марина");
    }

    private void open() {
        go("club/" + club + "/staff");
    }

    private StaffGrid staff() {
        return find(StaffGrid.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<StaffRole> role(int row) {
        return (Select<StaffRole>) test(staff()).getCellComponent(row, 1);
    }

    private Button removal(int row) {
        return (Button) test(staff()).getCellComponent(row, 3);
    }

    private void chosen(int row, StaffRole role) {
        test(role(row)).selectItem(name(role));
    }

    private void choose(StaffRole role) {
        @SuppressWarnings("unchecked")
        RadioButtonGroup<StaffRole> roles = find(RadioButtonGroup.class).single();
        roles.setValue(role);
    }

    private static String name(StaffRole role) {
        return com.vaadin.flow.i18n.I18NProvider.translate(role.messageKey());
    }
}
