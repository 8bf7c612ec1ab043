package ru.trenergram.clubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.audit.AuditLog;
import ru.trenergram.base.Changed;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.support.PanelTest;
import ru.trenergram.support.Together;

/** Who may change whose place on the staff. */
class StaffDeskIntegrationTest extends PanelTest {

    @Autowired
    StaffDesk desk;

    @Autowired
    StaffInvitations invitations;

    @Autowired
    AuditLog audit;

    private long club;
    private long owner;

    @BeforeEach
    void a_club() {
        owner = person("Марина");
        club = club("Атлант", "PRO", owner);
    }

    @ParameterizedTest
    @EnumSource(StaffRole.class)
    void each_role_removes_those_to_whose_roles_it_invites(StaffRole acting) {
        long actor = member(acting);
        for (StaffRole role : StaffRole.values()) {
            long other = member(role);
            assertThat(refusal(() -> desk.remove(actor, club, other)).isEmpty())
                    .as("%s removes %s", acting, role)
                    .isEqualTo(acting.invites().contains(role));
        }
    }

    @Test
    void a_manager_makes_nobody_a_manager() {
        long manager = member(StaffRole.MANAGER);
        long reader = member(StaffRole.READONLY);

        desk.changeRole(manager, club, reader, StaffRole.READONLY, StaffRole.MARKETING);

        assertThat(refusal(() -> desk.changeRole(manager, club, reader, StaffRole.MARKETING, StaffRole.MANAGER)))
                .hasValue(ErrorCode.FORBIDDEN);
        assertThat(refusal(() -> desk.changeRole(manager, club, manager, StaffRole.MANAGER, StaffRole.OWNER)))
                .hasValue(ErrorCode.FORBIDDEN);
    }

    @Test
    void the_last_owner_neither_leaves_nor_steps_down() {
        assertThat(refusal(() -> desk.remove(owner, club, owner))).hasValue(ErrorCode.LAST_OWNER);
        assertThat(refusal(() -> desk.changeRole(owner, club, owner, StaffRole.OWNER, StaffRole.MANAGER)))
                .hasValue(ErrorCode.LAST_OWNER);

        member(StaffRole.OWNER);
        desk.changeRole(owner, club, owner, StaffRole.OWNER, StaffRole.MANAGER);
        assertThat(staffMembers.owners(club)).hasSize(1).doesNotContain(owner);
    }

    @RepeatedTest(5)
    void of_two_owners_who_remove_each_other_at_once_one_stays() throws Exception {
        long other = member(StaffRole.OWNER);
        List<Callable<Optional<ErrorCode>>> removals = List.of(
                () -> refusal(() -> desk.remove(owner, club, other)),
                () -> refusal(() -> desk.remove(other, club, owner)));

        List<Optional<ErrorCode>> answers = Together.atOnce(removals);

        assertThat(staffMembers.owners(club)).hasSize(1);
        assertThat(answers).containsExactlyInAnyOrder(Optional.empty(), Optional.of(ErrorCode.NOT_FOUND));
    }

    @RepeatedTest(5)
    void owners_who_all_leave_at_once_leave_one() throws Exception {
        List<Long> owners = List.of(owner, member(StaffRole.OWNER), member(StaffRole.OWNER));
        List<Callable<Optional<ErrorCode>>> leaving = owners.stream()
                .<Callable<Optional<ErrorCode>>>map(one -> () -> refusal(() -> desk.remove(one, club, one)))
                .toList();

        assertThat(Together.atOnce(leaving).stream().flatMap(Optional::stream)).containsExactly(ErrorCode.LAST_OWNER);
        assertThat(staffMembers.owners(club)).hasSize(1);
    }

    @Test
    void a_foreign_clubs_staff_is_not_there() {
        long foreign = club("Север", "PRO", person("Олег"));
        long other = member(StaffRole.READONLY);

        assertThat(refusal(() -> desk.members(owner, foreign))).hasValue(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> desk.remove(owner, foreign, other))).hasValue(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> invitations.open(owner, foreign))).hasValue(ErrorCode.NOT_FOUND);
    }

    @Test
    void the_invitations_of_whoever_is_removed_count_no_more() {
        long manager = member(StaffRole.MANAGER);
        String code = invitations.make(manager, club, StaffRole.READONLY).code();

        desk.remove(owner, club, manager);

        assertThat(invitations.open(owner, club)).isEmpty();
        assertThat(invitations.accept(person("Римма"), code)).isEqualTo(StaffInvitations.Answer.NOT_OPEN);
    }

    @Test
    void the_audit_has_who_removed_whom() {
        long reader = member(StaffRole.READONLY);

        desk.remove(owner, club, reader);

        var entry = audit.entries(AuditLog.Filter.of(Changed.Thing.STAFF_MEMBER, club + "/" + reader), null, 1)
                .getFirst();
        assertThat(entry.actorId()).isEqualTo(owner);
        assertThat(entry.before()).isEqualTo(Map.of("role", "READONLY"));
        assertThat(entry.after()).isEmpty();
    }

    @Test
    void a_role_that_is_another_by_now_is_told() {
        long reader = member(StaffRole.READONLY);

        assertThatThrownBy(() -> desk.changeRole(owner, club, reader, StaffRole.MARKETING, StaffRole.CASHIER))
                .isInstanceOf(ru.trenergram.base.StaleVersionException.class);
    }

    private long member(StaffRole role) {
        long member = person("Пётр");
        staffMembers.add(club, member, role);
        return member;
    }

    private static Optional<ErrorCode> refusal(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (DomainException refusal) {
            return Optional.of(refusal.code());
        }
    }
}
