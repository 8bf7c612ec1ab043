package ru.trenergram.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.PanelTest;

/** A club in Moscow with its owner; it is Monday, 30 November 2026, 12:00. */
public abstract class MembersTest extends PanelTest {

    @Autowired
    protected Members members;

    @Autowired
    protected MemberList list;

    @Autowired
    protected MemberArrivals arrivals;

    protected long owner;
    protected long club;

    @BeforeEach
    final void makeClub() {
        owner = person("Марина");
        club = club("Атлант", "PRO", owner);
        signIn(owner);
    }

    protected long staff(StaffRole role) {
        long person = person("Пётр");
        staffMembers.add(club, person, role);
        return person;
    }

    protected long member(String name, String phone, String... tags) {
        return members.add(owner, club, details(name, phone, tags));
    }

    protected static MemberDetails details(String name, String phone, String... tags) {
        return new MemberDetails(name, phone, null, List.of(tags), null);
    }

    protected static void refused(ErrorCode code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
