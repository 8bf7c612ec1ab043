package ru.trenergram.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.support.PanelTest;

class ErrorViewsTest extends PanelTest {

    @Autowired
    Preferences preferences;

    @Autowired
    Failures failures;

    @Test
    void an_address_that_leads_nowhere_is_answered_with_404() {
        var view = new NotFoundView(preferences);

        int status =
                view.setErrorParameter(null, new ErrorParameter<>(NotFoundException.class, new NotFoundException()));

        assertThat(status).isEqualTo(404);
        assertThat(view.getElement().getTextRecursively())
                .contains("Здесь ничего нет")
                .contains("На главную");
    }

    @Test
    void a_view_that_the_role_does_not_open_is_answered_with_403() {
        var view = new ForbiddenView(preferences);

        int status = view.setErrorParameter(
                null, new ErrorParameter<>(AccessDeniedException.class, new AccessDeniedException()));

        assertThat(status).isEqualTo(403);
    }

    @Test
    void a_fault_of_ours_shows_the_number_that_its_log_entry_has() {
        var view = new UnexpectedErrorView(preferences, failures);
        var fault = new IllegalStateException("the test's own");

        try (var trace = MDC.putCloseable("trace_id", "0123456789abcdef")) {
            int status = view.setErrorParameter(null, new ErrorParameter<>(Exception.class, fault));
            assertThat(status).isEqualTo(500);
        }

        assertThat(view.getElement().getTextRecursively())
                .contains("0123456789abcdef")
                .contains("Попробовать ещё раз")
                .doesNotContain("the test's own");
    }

    @Test
    void a_refusal_in_the_middle_of_work_is_told_in_its_own_words() {
        var refusal = new RuntimeException(new DomainException(ErrorCode.SLOT_TAKEN));

        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(refusal));
        roundTrip();

        assertThat(notice()).isEqualTo("Это время уже заняли. Выберите другое.");
    }
}
