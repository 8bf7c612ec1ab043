package ru.trenergram.clubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.clubs.TrainerInvitations.Answer;
import ru.trenergram.support.PanelTest;
import ru.trenergram.support.Together;
import ru.trenergram.trainers.Trainers;

/** Who invites trainers into a club, and how many get in. */
class TrainerInvitationsIntegrationTest extends PanelTest {

    @Autowired
    TrainerInvitations invitations;

    @Autowired
    Trainers trainers;

    private long owner;
    private long club;

    @BeforeEach
    void setUp() {
        owner = person("Марина");
        club = club("Атлант", "FREE", owner);
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "MANAGER"})
    void owners_and_managers_invite(StaffRole role) {
        String code = invitations.make(staff(role), club, 1).code();

        assertThat(invitations.accept(freelancer(), code)).isEqualTo(Answer.JOINED);
        assertThat(clubTrainers.count(club)).containsEntry(Status.ACTIVE, 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY", "CASHIER"})
    void no_other_role_invites_lists_or_revokes(StaffRole role) {
        long staff = staff(role);
        long id = invitations.make(owner, club, 1).id();

        refused(ErrorCode.FORBIDDEN, () -> invitations.make(staff, club, 1));
        refused(ErrorCode.FORBIDDEN, () -> invitations.open(staff, club));
        refused(ErrorCode.FORBIDDEN, () -> invitations.revoke(staff, club, id));
    }

    @Test
    void to_strangers_and_other_clubs_it_is_not_there() {
        long stranger = person("Прохожий");
        long id = invitations.make(owner, club, 1).id();
        long other = club("Север", "FREE", stranger);

        refused(ErrorCode.NOT_FOUND, () -> invitations.make(stranger, club, 1));
        refused(ErrorCode.NOT_FOUND, () -> invitations.revoke(stranger, other, id));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 51})
    void it_is_for_one_to_fifty(int places) {
        refused(ErrorCode.VALIDATION_FAILED, () -> invitations.make(owner, club, places));
    }

    @Test
    void nobody_is_invited_beyond_the_tariff() {
        refused(ErrorCode.TRAINER_LIMIT_REACHED, () -> invitations.make(owner, club, 6));
        trainer(club, "Анна");
        refused(ErrorCode.TRAINER_LIMIT_REACHED, () -> invitations.make(owner, club, 5));
        assertThat(invitations.make(owner, club, 4).code()).hasSize(22);
    }

    @Test
    void an_application_is_answered_by_an_invitation() {
        long trainer = applicant(club, "Борис");

        assertThat(invitations.accept(trainer, invitations.make(owner, club, 1).code()))
                .isEqualTo(Answer.JOINED);
        assertThat(clubTrainers.count(club)).containsOnlyKeys(Status.ACTIVE);
    }

    @Test
    void who_is_there_already_leaves_the_place_to_somebody_else() {
        long trainer = trainer(club, "Анна");
        String code = invitations.make(owner, club, 1).code();

        assertThat(invitations.accept(trainer, code)).isEqualTo(Answer.MEMBER_ALREADY);
        assertThat(invitations.accept(freelancer(), code)).isEqualTo(Answer.JOINED);
        assertThat(invitations.accept(freelancer(), code)).isEqualTo(Answer.NOT_OPEN);
    }

    @Test
    void it_ends_after_a_week_or_when_it_is_taken_back_or_who_made_it_is_dismissed() {
        long manager = staff(StaffRole.MANAGER);
        String old = invitations.make(owner, club, 1).code();
        clock.advance(TrainerInvitations.LIFETIME);
        assertThat(invitations.accept(freelancer(), old)).isEqualTo(Answer.NOT_OPEN);

        var taken = invitations.make(owner, club, 1);
        invitations.revoke(owner, club, taken.id());
        assertThat(invitations.accept(freelancer(), taken.code())).isEqualTo(Answer.NOT_OPEN);

        String managers = invitations.make(manager, club, 1).code();
        staffMembers.add(club, manager, StaffRole.READONLY);
        assertThat(invitations.accept(freelancer(), managers)).isEqualTo(Answer.NOT_OPEN);
        assertThat(invitations.open(owner, club)).isEmpty();
        assertThat(invitations.accept(freelancer(), "nonsense")).isEqualTo(Answer.NOT_OPEN);
    }

    @Test
    void of_twenty_who_accept_at_once_a_free_club_takes_five() throws Exception {
        List<String> codes = IntStream.range(0, 4)
                .mapToObj(i -> invitations.make(owner, club, 5).code())
                .toList();
        List<Callable<Answer>> deeds = IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(i -> {
                    long trainer = freelancer();
                    return () -> invitations.accept(trainer, codes.get(i % codes.size()));
                })
                .toList();

        List<Answer> answers = Together.atOnce(deeds);

        assertThat(Collections.frequency(answers, Answer.JOINED)).isEqualTo(5);
        assertThat(clubTrainers.count(club)).containsEntry(Status.ACTIVE, 5);
        assertThat(answers).doesNotContain(Answer.MEMBER_ALREADY);
    }

    @Test
    void an_invitation_for_three_takes_three_of_ten_at_once() throws Exception {
        String code = invitations.make(owner, club, 3).code();
        List<Callable<Answer>> deeds = IntStream.range(0, 10)
                .<Callable<Answer>>mapToObj(i -> {
                    long trainer = freelancer();
                    return () -> invitations.accept(trainer, code);
                })
                .toList();

        assertThat(Collections.frequency(Together.atOnce(deeds), Answer.JOINED)).isEqualTo(3);
        assertThat(clubTrainers.count(club)).containsEntry(Status.ACTIVE, 3);
    }

    private long freelancer() {
        long person = person("Яна");
        trainers.register(person, Money.rubles(200_000), 60, MOSCOW, null);
        return person;
    }

    private long staff(StaffRole role) {
        long person = person("Пётр");
        staffMembers.add(club, person, role);
        return person;
    }

    private static void refused(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
