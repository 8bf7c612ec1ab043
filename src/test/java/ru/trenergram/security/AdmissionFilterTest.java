package ru.trenergram.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;

/** Sessions of the panels whose person was shut out. */
class AdmissionFilterTest {

    private static final long SHUT_OUT = 7;

    private final AdmissionFilter filter = new AdmissionFilter(
            userId -> {
                if (userId == SHUT_OUT) {
                    throw new DomainException(ErrorCode.BLOCKED);
                }
            },
            SecurityContextHolder.getContextHolderStrategy(),
            AdmissionFilter::endSession);

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/club/1/today");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();
    private final HttpSession session = new MockHttpSession();

    @BeforeEach
    void begin() {
        request.setSession(session);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoever_may_come_in_goes_on() throws Exception {
        signIn(1);

        filter.doFilter(request, response, chain);

        assertThat(chain.getRequest()).isNotNull();
        assertThat(request.getSession(false)).isNotNull();
    }

    @Test
    void a_page_leads_to_the_door_where_it_says_why() throws Exception {
        signIn(SHUT_OUT);
        request.addHeader("Accept", "text/html,*/*");

        filter.doFilter(request, response, chain);

        assertThat(response.getRedirectedUrl()).isEqualTo("/login?blocked");
        assertThat(chain.getRequest()).isNull();
        assertEnded();
    }

    @Test
    void what_an_open_page_asks_for_is_asked_by_nobody() throws Exception {
        signIn(SHUT_OUT);
        request.setMethod("POST");

        filter.doFilter(request, response, chain);

        assertThat(chain.getRequest()).isNotNull();
        assertEnded();
    }

    @Test
    void another_application_in_this_process_lets_nobody_in() throws Exception {
        signIn(SHUT_OUT);
        SecurityContextHolderStrategy ours = SecurityContextHolder.getContextHolderStrategy();
        SecurityContextHolder.setContextHolderStrategy(new VaadinAwareSecurityContextHolderStrategy());
        try {
            filter.doFilter(request, response, chain);
        } finally {
            SecurityContextHolder.setContextHolderStrategy(ours);
        }

        assertEnded();
    }

    private void assertEnded() {
        assertThat(((MockHttpSession) session).isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    private static void signIn(long userId) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new Caller(userId, 70 + userId), null, List.of()));
    }
}
