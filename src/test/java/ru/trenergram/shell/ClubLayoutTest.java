package ru.trenergram.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.StaffDesk;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.PanelTest;

class ClubLayoutTest extends PanelTest {

    @Autowired
    StaffDesk desk;

    @Test
    void it_names_the_club_and_offers_its_pages() {
        long club = ownClub("FREE");

        go("club/" + club);

        assertThat(page()).contains("Атлант").contains("Марина").contains("Владелец");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getPath)
                .startsWith("club/" + club + "/dashboard")
                .containsSubsequence(
                        "club/" + club + "/trainers", "club/" + club + "/staff", "club/" + club + "/subscription");
        assertThat(find(Select.class).exists()).isFalse();
    }

    @Test
    void whoever_works_at_several_clubs_can_switch() {
        long owner = person("Марина");
        signIn(owner);
        long first = club("Атлант", "FREE", owner);
        club("Север", "FREE", owner);

        go("club/" + first + "/trainers");

        assertThat(find(Select.class).exists()).isTrue();
    }

    /** Asked after every refusal: see Failures. */
    @Test
    void whoever_is_dismissed_does_not_stay_before_the_clubs_page() {
        long club = ownClub("FREE");
        long owner = staffMembers.owners(club).getFirst();
        long reader = person("Римма");
        staffMembers.add(club, reader, StaffRole.READONLY);
        signIn(reader);
        go("club/" + club + "/trainers");
        ClubLayout layout = find(ClubLayout.class).single();

        layout.leaveWhenDismissed();
        assertThat(address()).isEqualTo("club/" + club + "/trainers");

        desk.remove(owner, club, reader);
        layout.leaveWhenDismissed();
        assertThat(address()).isEqualTo("club");
        assertThat(page()).doesNotContain("Атлант");
    }

    @Test
    void to_a_stranger_a_club_is_not_there() {
        long club = club("Атлант", "FREE", person("Марина"));
        signIn(person("Прохожий"));

        go("club/" + club + "/today");

        assertThat(getCurrentView()).isInstanceOf(RefusalView.class);
        assertThat(page()).contains("Здесь ничего нет").doesNotContain("Атлант");
    }

    @Test
    void a_cashier_is_told_that_the_panel_is_not_for_them() {
        long club = club("Атлант", "FREE", person("Марина"));
        signInAs(StaffRole.CASHIER, club);

        go("club/" + club + "/trainers");

        assertThat(page()).contains("Сюда вам нельзя");
    }
}
