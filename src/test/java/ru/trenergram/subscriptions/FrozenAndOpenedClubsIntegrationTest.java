package ru.trenergram.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.trenergram.support.Text.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubFreezes;
import ru.trenergram.clubs.OpenedClubs;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.security.Caller;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.Person;

/** Clubs that a super-admin has frozen, and clubs at which one looks as its staff do: nobody changes anything there. */
class FrozenAndOpenedClubsIntegrationTest extends SubscriptionTest {

    @Autowired
    ClubFreezes freezes;

    @Autowired
    OpenedClubs opened;

    private Person owner;
    private long club;

    @BeforeEach
    void a_club_with_an_applicant() {
        owner = somebody("Марина");
        club = club("PRO", owner, 1);
    }

    @Test
    void the_staff_of_a_frozen_club_only_look_until_it_is_unfrozen() {
        long manager = user("Пётр");
        long cashier = user("Кира");
        staff.add(club, manager, StaffRole.MANAGER);
        staff.add(club, cashier, StaffRole.CASHIER);
        long applicant = applicantOf(club);

        freezes.freeze(admin(), club, "Жалобы клиентов");

        assertThat(role(id(owner))).isEqualTo(StaffRole.READONLY);
        assertThat(role(manager)).isEqualTo(StaffRole.READONLY);
        assertThat(role(cashier)).isEqualTo(StaffRole.CASHIER);
        assertThatThrownBy(() -> clubTrainers.approve(id(owner), club, applicant))
                .hasMessage("forbidden");
        assertThat(staff.owners(club)).containsExactly(id(owner));

        freezes.unfreeze(admin(), club);

        assertThat(role(id(owner))).isEqualTo(StaffRole.OWNER);
        assertThat(clubTrainers.approve(id(owner), club, applicant)).isTrue();
    }

    @Test
    void the_catalogue_has_no_frozen_club_and_nobody_can_choose_it() {
        freezes.freeze(admin(), club, "Жалобы клиентов");

        assertThat(clubs.find(club)).isEmpty();
        assertThat(api.nobody().get("/clubs/" + club).status()).isEqualTo(404);
        assertThat(api.nobody().get("/clubs/" + club + "/trainers").status()).isEqualTo(404);
        long trainer = user("Новый");
        assertThatThrownBy(() -> clubTrainers.apply(club, trainer)).hasMessage("not_found");
    }

    @InBothLanguages
    void the_owner_reads_why_and_hears_when_it_is_over(String language) {
        Person owner = somebody("Irina", language);
        long club = club("PRO", owner, 0);

        freezes.freeze(admin(), club, "Жалобы <клиентов>");
        owner.sees(text("notify.club_frozen"));
        freezes.unfreeze(admin(), club);
        owner.sees(text("notify.club_unfrozen"));

        assertThat(owner.shown("<клиентов>").text()).contains("Жалобы");
    }

    @Test
    void a_freeze_needs_a_reason_and_a_super_admin_and_happens_once() {
        assertThatThrownBy(() -> freezes.freeze(admin(), club, " ")).hasMessage("validation_failed");
        assertThatThrownBy(() -> freezes.freeze(caller(owner), club, "Хочу")).hasMessage("not_found");
        assertThatThrownBy(() -> freezes.unfreeze(caller(owner), club)).hasMessage("not_found");
        assertThat(freezes.freeze(admin(), club, "Раз")).isTrue();
        assertThat(freezes.freeze(admin(), club, "Два")).isFalse();
        assertThat(freezes.find(club))
                .hasValueSatisfying(freeze -> assertThat(freeze.reason()).isEqualTo("Раз"));
        assertThat(freezes.unfreeze(admin(), club)).isTrue();
        assertThat(freezes.unfreeze(admin(), club)).isFalse();
    }

    @Test
    void a_super_admin_who_has_opened_a_club_only_looks_also_where_they_are_its_manager() {
        Caller admin = admin();
        assertThatThrownBy(() -> staff.panelMembership(admin.userId(), club)).hasMessage("not_found");

        opened.open(admin, club);
        assertThat(role(admin.userId())).isEqualTo(StaffRole.READONLY);
        long applicant = applicantOf(club);
        assertThatThrownBy(() -> clubTrainers.approve(admin.userId(), club, applicant))
                .hasMessage("forbidden");

        staff.add(club, admin.userId(), StaffRole.MANAGER);
        assertThat(role(admin.userId())).isEqualTo(StaffRole.READONLY);
        opened.leave(admin, club);
        assertThat(role(admin.userId())).isEqualTo(StaffRole.MANAGER);
    }

    @Test
    void the_look_ends_by_itself_and_holds_for_that_club_alone() {
        Caller admin = admin();
        long other = club("PRO", owner, 0);
        opened.open(admin, club);
        assertThatThrownBy(() -> staff.panelMembership(admin.userId(), other)).hasMessage("not_found");

        clock.advance(OpenedClubs.LASTS);

        assertThatThrownBy(() -> staff.panelMembership(admin.userId(), club)).hasMessage("not_found");
    }

    @Test
    void each_look_is_in_the_audit_and_nobody_else_can_look() {
        Caller admin = admin();
        opened.open(admin, club);
        clock.advance(java.time.Duration.ofMinutes(5));
        opened.open(admin, club);
        opened.leave(admin, club);

        List<Map<String, Object>> looks = jdbc.sql("""
                        SELECT actor_id FROM audit_entry
                        WHERE club_id = ? AND side = 'SUPERADMIN' AND coalesce(before -> 'opened_until', after -> 'opened_until') IS NOT NULL
                        """).param(club).query().listOfRows();
        assertThat(looks).hasSize(3).allMatch(row -> row.get("actor_id").equals(admin.userId()));
        assertThatThrownBy(() -> opened.open(caller(owner), club)).hasMessage("not_found");
        assertThatThrownBy(() -> opened.open(admin, 999_999)).hasMessage("not_found");
    }

    private StaffRole role(long userId) {
        return staff.membership(userId, club).role();
    }

    private long applicantOf(long club) {
        long trainer = user("Борис");
        trainers.register(trainer, Money.rubles(250_000), 60, MOSCOW, club);
        return trainer;
    }

    private Caller caller(Person person) {
        return new Caller(id(person), person.telegramId());
    }
}
