package ru.trenergram.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import org.junit.jupiter.api.Test;
import ru.trenergram.support.PanelTest;

class StartViewTest extends PanelTest {

    @Test
    void everybody_can_choose_the_simulator_the_panel_or_the_api_docs() {
        navigate(StartView.class);

        assertThat(find(Choice.class).all())
                .extracting(Choice::getHref)
                .containsExactly("/simulator", "/club", "/api/docs");
    }

    @Test
    void super_admins_find_the_platform_too() {
        superadmin();

        go("club"); // a test begins on the start page
        go("");

        assertThat(find(Choice.class).all()).extracting(Choice::getHref).contains("/admin");
    }

    @Test
    void it_speaks_russian_and_after_a_press_english() {
        navigate(LoginView.class); // a test begins on the start page, in the mocked browser's English
        navigate(StartView.class);
        assertThat(find(Choice.class).all()).extracting(Choice::title).contains("Симулятор", "Панель клуба");

        test(find(Button.class).withAriaLabel("EN: English").single()).click();
        navigate(LoginView.class);
        navigate(StartView.class);

        assertThat(find(Choice.class).all()).extracting(Choice::title).contains("Simulator", "Club panel");
    }
}
