package ru.trenergram.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.support.PanelTest;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;

class LoginViewTest extends PanelTest {

    @Autowired
    BotLinks links;

    @Test
    void it_says_to_ask_the_staff_bot_and_leads_there() {
        navigate(LoginView.class);

        assertThat(page()).contains("/login");
        assertThat(find(Anchor.class).withClassName("button").single().getHref())
                .isEqualTo(links.deepLink(Bot.STAFF, "panel"));
    }

    @Test
    void whoever_is_signed_in_is_sent_on_to_their_club() {
        long club = ownClub("FREE");

        go("login");

        assertThat(address()).isEqualTo("club/" + club + "/dashboard");
    }

    @Test
    void whoever_was_shut_out_reads_that_in_place_of_a_way_in() {
        go("login?blocked");

        assertThat(page())
                .contains("Вход закрыт", "Доступ к Trenergram для вас закрыт")
                .doesNotContain("/login");
    }
}
