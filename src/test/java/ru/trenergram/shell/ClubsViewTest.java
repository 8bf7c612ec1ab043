package ru.trenergram.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.PanelTest;

class ClubsViewTest extends PanelTest {

    @Test
    void the_staff_of_one_club_go_straight_there() {
        long club = ownClub("FREE");

        go("club");

        assertThat(address()).isEqualTo("club/" + club + "/dashboard");
    }

    @Test
    void the_staff_of_several_clubs_choose() {
        long owner = person("Марина");
        signIn(owner);
        long first = club("Атлант", "FREE", owner);
        long second = club("Север", "FREE", owner);

        go("club");

        assertThat(find(Choice.class).all())
                .extracting(Choice::getHref)
                .containsExactlyInAnyOrder("/club/" + first, "/club/" + second);
    }

    @Test
    void a_superadmin_without_clubs_goes_straight_to_the_platform() {
        superadmin();

        go("club");

        assertThat(address()).startsWith("admin");
        assertThat(page()).contains("Платформа");
    }

    @Test
    void the_staff_of_no_club_hear_whom_to_ask() {
        signIn(person("Прохожий"));

        go("club");

        assertThat(page()).contains("Вы пока не в команде клуба");
    }

    @Test
    void cashiers_have_no_panel() {
        long club = club("Атлант", "FREE", person("Марина"));
        signInAs(StaffRole.CASHIER, club);

        go("club");

        assertThat(page()).contains("Вы пока не в команде клуба");
    }
}
