package ru.trenergram.clubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.support.PanelTest;

/** Who approves the trainers of a club, and how many. */
class ApprovalIntegrationTest extends PanelTest {

    private static final int FREE_PLACES = 5;

    @Autowired
    JdbcClient jdbc;

    private long owner;
    private long club;

    @BeforeEach
    void setUp() {
        owner = person("Марина");
        club = club("Атлант", "PRO", owner);
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "MANAGER"})
    void owners_and_managers_approve(StaffRole role) {
        long trainer = applicant(club, "Борис");

        clubTrainers.approve(staff(role), club, trainer);

        assertThat(clubTrainers.count(club)).containsOnlyKeys(Status.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKETING", "READONLY", "CASHIER"})
    void no_other_role_does(StaffRole role) {
        long trainer = applicant(club, "Борис");

        refused(ErrorCode.FORBIDDEN, staff(role), trainer);
    }

    @Test
    void to_strangers_the_club_is_not_there() {
        refused(ErrorCode.NOT_FOUND, person("Прохожий"), applicant(club, "Борис"));
    }

    @Test
    void whoever_did_not_apply_is_not_there() {
        refused(ErrorCode.NOT_FOUND, owner, applicant(club("Север", "PRO", owner), "Борис"));
    }

    @Test
    void approving_twice_changes_nothing() {
        long trainer = trainer(club, "Анна");
        var before = clubTrainers.ofTrainer(trainer);
        clock.advance(java.time.Duration.ofDays(1));

        clubTrainers.approve(owner, club, trainer);

        assertThat(clubTrainers.ofTrainer(trainer)).isEqualTo(before);
    }

    @Test
    void approvals_at_once_do_not_go_over_the_tariff() throws Exception {
        List<Long> applicants = Stream.generate(() -> applicant(club, "Борис"))
                .limit(FREE_PLACES + 3)
                .toList();
        jdbc.sql("UPDATE club SET tariff_code = 'FREE' WHERE id = ?")
                .param(club)
                .update();

        List<ErrorCode> refusals = new java.util.ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> approvals = applicants.stream()
                    .<Future<?>>map(trainer -> pool.submit(() -> clubTrainers.approve(owner, club, trainer)))
                    .toList();
            for (Future<?> approval : approvals) {
                try {
                    approval.get();
                } catch (ExecutionException failed) {
                    refusals.add(((DomainException) failed.getCause()).code());
                }
            }
        }

        assertThat(refusals).hasSize(3).containsOnly(ErrorCode.TRAINER_LIMIT_REACHED);
        assertThat(clubTrainers.count(club)).containsEntry(Status.ACTIVE, FREE_PLACES);
    }

    private long staff(StaffRole role) {
        long person = person("Пётр");
        staffMembers.add(club, person, role);
        return person;
    }

    private void refused(ErrorCode code, long actor, long trainer) {
        assertThatThrownBy(() -> clubTrainers.approve(actor, club, trainer))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
