package ru.trenergram.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.PanelTest;

class AdminLayoutTest extends PanelTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AdminPages pages;

    @Test
    void it_says_who_one_is_and_offers_the_pages_of_the_platform() {
        superadmin();

        go("admin");

        assertThat(page()).contains("Платформа").contains("Ада").contains("Супер-администратор");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getPath)
                .isEqualTo(pages.inOrder().stream().map(AdminPages.Page::path).toList());
    }

    @Test
    void whoever_has_clubs_too_finds_a_way_there_and_back() {
        long superadmin = superadmin();
        long club = club("Атлант", "FREE", person("Марина"));
        staffMembers.add(club, superadmin, StaffRole.MANAGER);

        go("admin");
        assertThat(find(Way.class).all()).extracting(Way::getHref).containsExactly("/club");

        go("club/" + club + "/today");
        assertThat(find(Way.class).all()).extracting(Way::getHref).containsExactly("/admin");

        // the other tests share this super-admin
        jdbc.sql("DELETE FROM staff_member WHERE user_id = ?").param(superadmin).update();
    }

    @Test
    void to_the_staff_of_clubs_and_to_strangers_no_page_of_it_is_there() {
        ownClub("FREE");
        assertHidden();

        signIn(person("Прохожий"));
        assertHidden();
    }

    private void assertHidden() {
        List<String> addresses = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(template -> template.startsWith("admin"))
                .map(template -> template.replaceAll(":[^/]+", "1"))
                .toList();
        assertThat(addresses).contains("admin");
        for (String address : addresses) {
            go(address);
            assertThat(getCurrentView()).as(address).isInstanceOf(RefusalView.class);
            assertThat(page()).contains("Здесь ничего нет");
        }
    }
}
