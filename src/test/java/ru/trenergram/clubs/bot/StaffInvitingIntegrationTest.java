package ru.trenergram.clubs.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;
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
import ru.trenergram.support.InBothLanguages;
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

    @InBothLanguages
    void an_owner_invites_and_hears_that_it_was_accepted(String language) {
        Person vera = somebody("Вера", language);
        long club = club("Атлант", "PRO", vera);
        Person oleg = somebody("Олег", language);

        oleg.sends("/start " + invite(vera, StaffRole.MANAGER));
        oleg.sees(text("invited.question", "Атлант", text("panel.role.manager")));
        oleg.sendsSticker();
        oleg.sees(text("telegram.unknown_thing"));
        oleg.presses(text("invited.accept"));
        oleg.sees(text("invited.accepted", "Атлант", text("panel.role.manager")));

        vera.sees(text("notify.staff_joined", "Олег", "Атлант", text("panel.role.manager")));
        assertThat(staff.memberships(id(oleg)))
                .extracting(place -> place.club().id(), Membership::role)
                .containsExactly(tuple(club, StaffRole.MANAGER));
        await().untilAsserted(() -> assertThat(oleg.menu()).startsWith("today", "login", "qr", "invite", "newclub"));
    }

    @InBothLanguages
    void whoever_declines_is_not_on_the_staff_and_the_owner_hears_of_it(String language) {
        Person emily = somebody("Emily", language);
        String link = invite(owner, StaffRole.CASHIER);

        emily.sends("/start " + link);
        emily.sees(text("invited.question", "Атлант", text("panel.role.cashier")));
        emily.presses(text("invited.decline"));
        emily.sees(text("invited.declined", "Атлант"));
        owner.sees(text("notify.invitation_declined", "Emily", "Атлант", text("panel.role.cashier")));

        emily.sends("/start " + link);
        emily.sees(text("invited.used", "Атлант"));
        assertThat(staff.memberships(id(emily))).isEmpty();
    }

    @InBothLanguages
    void a_cashier_is_told_that_the_bot_is_their_place(String language) {
        Person vera = somebody("Вера", language);
        vera.sends("/start " + invite(owner, StaffRole.CASHIER));
        vera.presses(text("invited.accept"));
        vera.sees(text("invited.accepted_cashier", "Атлант", text("panel.role.cashier")));
        vera.sends("/login");
        vera.sees(text("staff.no_panel_cashier"));
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

    @InBothLanguages
    void somebody_on_the_staff_keeps_their_role_and_leaves_the_invitation_to_others(String language) {
        Person reader = member(club, StaffRole.READONLY, "Юлия", language);
        String link = invite(owner, StaffRole.MANAGER);

        reader.sends("/start " + link);
        reader.sees(text("invited.staff_already", "Атлант", text("panel.role.readonly")));
        owner.sends("/start " + link);
        owner.sees(text("invited.staff_already", "Атлант", text("panel.role.owner")));

        Person oleg = somebody("Олег", language);
        oleg.sends("/start " + link);
        oleg.presses(text("invited.accept"));
        oleg.sees(text("invited.accepted", "Атлант", text("panel.role.manager")));
    }

    @InBothLanguages
    void an_invitation_runs_out_after_seven_days(String language) {
        String link = invite(owner, StaffRole.MARKETING);
        clock.advance(StaffInvitations.LIFETIME.minus(Duration.ofMinutes(1)));
        Person oleg = somebody("Олег", language);
        oleg.sends("/start " + link);
        oleg.sees(text("invited.question"));

        clock.advance(Duration.ofMinutes(1));
        oleg.presses(text("invited.accept"));
        oleg.sees(text("invited.expired", "Атлант"));
        owner.presses(text("invite.revoke"));
        owner.sees(text("invite.revoke_expired"));
        assertThat(staff.memberships(id(oleg))).isEmpty();
    }

    @InBothLanguages
    void an_invitation_can_be_taken_back(String language) {
        Person vera = somebody("Вера", language);
        club("Атлант", "PRO", vera);
        String link = invite(vera, StaffRole.MARKETING);
        vera.presses(text("invite.revoke"));
        vera.sees(text("invite.revoked"));

        Person oleg = somebody("Олег", language);
        oleg.sends("/start " + link);
        oleg.sees(text("invited.revoked", "Атлант"));
        vera.pressesStray("invite-revoke:x");
        vera.sees(text("telegram.old_button"));
    }

    @Test
    void the_invitation_of_somebody_who_may_no_longer_invite_counts_as_taken_back() {
        Person manager = member(club, StaffRole.MANAGER, "Пётр");
        String code = invitations.make(id(manager), club, StaffRole.READONLY).code();
        staff.add(club, id(manager), StaffRole.READONLY);

        Person oleg = somebody("Олег");
        oleg.sends("/start inv_" + code);
        oleg.sees(text("invited.revoked", "Атлант"));
    }

    @InBothLanguages
    void a_code_that_nobody_made_is_answered_clearly_and_costs_nothing(String language) {
        Person oleg = somebody("Олег", language);
        oleg.sends("/start inv_" + "x".repeat(22));
        oleg.sees(text("invited.unknown"));
        oleg.sends("/start inv_");
        oleg.sees(text("invited.unknown"));
        oleg.sends("/start trainer_1");
        oleg.sees(text("telegram.unknown_link"));
        oleg.sees(text("staff.stranger"));
        oleg.sends("/newclub");
        oleg.sees(text("newclub.name"));
        oleg.sends("/start inv_nobodys");
        oleg.sees(text("invited.unknown"));
        oleg.sees(text("newclub.name"));
        oleg.sends("Волна");
        oleg.sees(text("newclub.city"));
    }

    @InBothLanguages
    void owners_of_several_clubs_choose_one(String language) {
        Person vera = somebody("Вера", language);
        club("Атлант", "PRO", vera);
        club("Север", "FREE", vera);
        vera.sends("/invite");
        vera.sees(text("invite.which_club"));
        vera.sends("Север");
        vera.sees(text("telegram.unknown_text"));
        vera.presses("Север");
        vera.sees(text("invite.which_role", "Север"));
        vera.pressesStray("invite:x:OWNER");
        vera.sees(text("telegram.old_button"));
        vera.pressesStray("invite-club:" + club);
        vera.sees(text("error.not_found"));
    }

    @InBothLanguages
    void a_manager_is_offered_the_roles_that_managers_invite(String language) {
        Person manager = member(club, StaffRole.MANAGER, "Пётр", language);
        manager.sends("/invite");
        manager.sees(text("invite.which_role", "Атлант"));
        assertThat(manager.shown(text("invite.which_role", "Атлант")).buttons())
                .containsExactly(
                        manager.reads(text("panel.role.marketing")),
                        manager.reads(text("panel.role.readonly")),
                        manager.reads(text("panel.role.cashier")));
        manager.presses(text("panel.role.cashier"));
        manager.sees(text("invite.made", "Атлант", text("panel.role.cashier")));
        refused(ErrorCode.FORBIDDEN, manager, StaffRole.OWNER);
        refused(ErrorCode.FORBIDDEN, manager, StaffRole.MANAGER);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY", "CASHIER"})
    void no_other_role_invites(StaffRole role) {
        Person member = member(club, role, "Пётр");
        member.sends("/invite");
        member.sees(text("invite.not_allowed"));
        refused(ErrorCode.FORBIDDEN, member, StaffRole.READONLY);
    }

    @Test
    void to_strangers_the_club_is_not_there() {
        refused(ErrorCode.NOT_FOUND, somebody("Прохожий"), StaffRole.READONLY);
    }

    /** Makes an invitation in the chat; what follows {@code start=} in its link. */
    private static String invite(Person inviter, StaffRole role) {
        inviter.sends("/invite");
        inviter.sees(text("invite.which_role", "Атлант"));
        inviter.presses(text(role.messageKey()));
        inviter.sees(text("invite.made", "Атлант", text(role.messageKey())));
        String toForward = inviter.sees("start=inv_");
        inviter.sees(text("invite.how"));
        return toForward.substring(toForward.indexOf("start=") + 6).strip();
    }

    private void refused(ErrorCode code, Person inviter, StaffRole role) {
        assertThatThrownBy(() -> invitations.make(id(inviter), club, role))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
