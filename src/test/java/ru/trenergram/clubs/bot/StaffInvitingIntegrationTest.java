package ru.trenergram.clubs.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Together.atOnce;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffInvitations;
import ru.trenergram.clubs.StaffInvitations.Answer;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** Invitations to the staff of a club, from making one to what its makers hear. */
class StaffInvitingIntegrationTest extends StaffBotTest {

    @Autowired
    StaffInvitations invitations;

    Person owner;
    long club;

    @BeforeEach
    void a_club() {
        owner = somebody("Марина");
        club = club("Атлант", "PRO", owner);
    }

    @Test
    void an_owner_invites_and_hears_that_it_was_accepted() {
        Person oleg = somebody("Олег");

        oleg.sends("/start " + invite("Менеджер"));
        oleg.sees("Вас приглашают в команду клуба «Атлант». Роль: Менеджер");
        oleg.presses("Принять");
        oleg.sees("Вы в команде клуба «Атлант»");

        owner.sees("Приглашение принято: Олег теперь в команде клуба «Атлант». Роль: Менеджер");
        assertThat(staff.memberships(id(oleg))).extracting(Membership::role).containsExactly(StaffRole.MANAGER);
        await().untilAsserted(() ->
                assertThat(oleg.menu()).containsExactly("today", "login", "invite", "newclub", "help", "cancel"));
    }

    @Test
    void whoever_declines_is_not_on_the_staff_and_the_owner_hears_of_it() {
        Person emily = somebody("Emily", "en");
        String link = invite("Кассир");

        emily.sends("/start " + link);
        emily.sees("You are invited to the staff of “Атлант”. Role: Cashier");
        emily.presses("Decline");
        emily.sees("You declined the invitation to “Атлант”");
        owner.sees("Приглашение в клуб «Атлант» отклонено: Emily");

        emily.sends("/start " + link);
        emily.sees("has been used");
        assertThat(staff.memberships(id(emily))).isEmpty();
    }

    @Test
    void a_cashier_is_told_that_the_bot_is_their_place() {
        Person vera = somebody("Вера");
        vera.sends("/start " + invite("Кассир"));
        vera.presses("Принять");
        vera.sees("Роль: Кассир");
        vera.sends("/login");
        vera.sees("Кассиры работают прямо здесь");
    }

    @Test
    void of_several_who_press_at_once_one_joins() throws Exception {
        String code = invitations.make(id(owner), club, StaffRole.MANAGER).code();
        List<Long> people = Stream.generate(() -> id(somebody("Пётр"))).limit(6).toList();

        List<Answer> answers = atOnce(people.stream()
                .<Callable<Answer>>map(person -> () -> invitations.accept(person, code))
                .toList());

        assertThat(answers).containsOnlyOnce(Answer.JOINED).contains(Answer.NOT_OPEN);
        assertThat(people.stream().flatMap(person -> staff.memberships(person).stream()))
                .hasSize(1);
    }

    @Test
    void somebody_on_the_staff_keeps_their_role_and_leaves_the_invitation_to_others() {
        Person reader = member(club, StaffRole.READONLY, "Юлия");
        String link = invite("Менеджер");

        reader.sends("/start " + link);
        reader.sees("Вы уже в команде клуба «Атлант». Ваша роль: Только просмотр");
        owner.sends("/start " + link);
        owner.sees("Ваша роль: Владелец");

        Person oleg = somebody("Олег");
        oleg.sends("/start " + link);
        oleg.presses("Принять");
        oleg.sees("Вы в команде клуба");
    }

    @Test
    void an_invitation_runs_out_after_seven_days() {
        String link = invite("Маркетинг");
        clock.advance(StaffInvitations.LIFETIME.minus(Duration.ofMinutes(1)));
        Person oleg = somebody("Олег");
        oleg.sends("/start " + link);
        oleg.sees("Вас приглашают");

        clock.advance(Duration.ofMinutes(1));
        oleg.presses("Принять");
        oleg.sees("Срок приглашения в клуб «Атлант» истёк");
        owner.presses("Отозвать приглашение");
        owner.sees("срок приглашения истёк");
        assertThat(staff.memberships(id(oleg))).isEmpty();
    }

    @Test
    void an_invitation_can_be_taken_back() {
        String link = invite("Маркетинг");
        owner.presses("Отозвать приглашение");
        owner.sees("Приглашение отозвано");

        Person oleg = somebody("Олег");
        oleg.sends("/start " + link);
        oleg.sees("Приглашение в клуб «Атлант» отозвано");
    }

    @Test
    void the_invitation_of_somebody_who_may_no_longer_invite_counts_as_taken_back() {
        Person manager = member(club, StaffRole.MANAGER, "Пётр");
        String code = invitations.make(id(manager), club, StaffRole.READONLY).code();
        staff.add(club, id(manager), StaffRole.READONLY);

        Person oleg = somebody("Олег");
        oleg.sends("/start inv_" + code);
        oleg.sees("отозвано");
    }

    @Test
    void a_code_that_nobody_made_is_answered_clearly() {
        Person oleg = somebody("Олег");
        oleg.sends("/start inv_" + "x".repeat(22));
        oleg.sees("Такого приглашения нет");
        oleg.sends("/start inv_");
        oleg.sees("Такого приглашения нет");
    }

    @Test
    void owners_of_several_clubs_choose_one_and_see_each_time_what_a_sticker_is_worth() {
        club("Север", "FREE", owner);
        owner.sends("/invite");
        owner.sees("В какой клуб?");
        owner.sendsSticker();
        owner.sees("Понимаю только слова и кнопки");
        owner.presses("Север");
        owner.sees("Кого вы приглашаете в клуб «Север»?");
    }

    @Test
    void a_manager_is_offered_the_roles_that_managers_invite() {
        Person manager = member(club, StaffRole.MANAGER, "Пётр");
        manager.sends("/invite");
        manager.sees("Кого вы приглашаете");
        manager.presses("Кассир");
        manager.sees("роль «Кассир»");
        refused(ErrorCode.FORBIDDEN, manager, StaffRole.OWNER);
        refused(ErrorCode.FORBIDDEN, manager, StaffRole.MANAGER);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY", "CASHIER"})
    void no_other_role_invites(StaffRole role) {
        Person member = member(club, role, "Пётр");
        member.sends("/invite");
        member.sees("Приглашать сотрудников могут владельцы и менеджеры");
        refused(ErrorCode.FORBIDDEN, member, StaffRole.READONLY);
    }

    @Test
    void to_strangers_the_club_is_not_there() {
        refused(ErrorCode.NOT_FOUND, somebody("Прохожий"), StaffRole.READONLY);
    }

    /** Makes an invitation in the chat; what follows {@code start=} in its link. */
    private String invite(String role) {
        owner.sends("/invite");
        owner.sees("Кого вы приглашаете в клуб «Атлант»?");
        owner.presses(role);
        String toForward = owner.sees("start=inv_");
        return toForward.substring(toForward.indexOf("start=") + 6).strip();
    }

    private void refused(ErrorCode code, Person inviter, StaffRole role) {
        assertThatThrownBy(() -> invitations.make(id(inviter), club, role))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
