package ru.trenergram.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.trenergram.security.Caller;
import ru.trenergram.security.OneTimeLogins;
import ru.trenergram.support.PanelTest;

class OneTimeSignInViewTest extends PanelTest {

    private static final String DEAD = "Ссылка больше не действует";

    @Autowired
    OneTimeLogins logins;

    private long owner;

    @BeforeEach
    void setUp() {
        owner = person("Марина");
        club("Атлант", "FREE", owner);
    }

    @Test
    void opening_the_link_uses_nothing_up() {
        String token = logins.issue(owner);

        go("login/" + token);

        assertThat(logins.redeem(token)).contains(owner);
    }

    @Test
    void pressing_the_button_signs_in_and_changes_the_session_id() {
        go("login/" + logins.issue(owner));
        var request = new MockHttpServletRequest();
        String planted = request.getSession().getId();
        CurrentInstance.set(VaadinRequest.class, new VaadinServletRequest(request, (VaadinServletService)
                VaadinService.getCurrent()));
        CurrentInstance.set(
                VaadinResponse.class, new VaadinServletResponse(new MockHttpServletResponse(), (VaadinServletService)
                        VaadinService.getCurrent()));
        press();

        assertThat(request.getSession().getId()).isNotEqualTo(planted);
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        assertThat(signedIn).isNotNull();
        assertThat(signedIn.getPrincipal())
                .isEqualTo(new Caller(owner, users.get(owner).telegramId()));
        assertThat(signedIn.getAuthorities()).extracting("authority").containsExactly("ROLE_STAFF");
    }

    @Test
    void a_used_link_says_how_to_get_another() {
        String token = logins.issue(owner);
        logins.redeem(token);

        go("login/" + token);
        press();

        assertThat(page()).contains(DEAD).contains("/login");
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void an_expired_link_says_how_to_get_another() {
        String token = logins.issue(owner);
        clock.advance(OneTimeLogins.LIFETIME);

        go("login/" + token);
        press();

        assertThat(page()).contains(DEAD);
    }

    private void press() {
        test(find(Button.class).withText("Войти как сотрудник").single()).click();
    }
}
