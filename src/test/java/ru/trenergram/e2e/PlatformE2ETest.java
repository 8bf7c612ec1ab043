package ru.trenergram.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.Person;
import tools.jackson.databind.json.JsonMapper;

/** The super-admins' panel in a real browser: what it looks like, and what it does to the people of the demo club. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformE2ETest {

    private static final long SUPERADMIN = 6_000_000_026L;
    private static final long READER = 6_000_000_003L;
    private static final long ROMAN = 6_000_000_027L;

    private PackagedApplication application;
    private Screens screens;

    @BeforeAll
    void start(@TempDir Path home) {
        application = new PackagedApplication(home)
                .with("SUPERADMINS", Long.toString(SUPERADMIN))
                .start();
        screens = new Screens();
    }

    @AfterAll
    void stop() throws InterruptedException {
        screens.close();
        application.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT"})
    void every_view_can_be_read_by_everybody(int width, ColorScheme colors) {
        Page page = panel(SUPERADMIN, width, colors);
        for (String view : new String[] {
            "overview",
            "users",
            "users?kind=trainer",
            "users/1",
            "queues",
            "queues?tab=events",
            "queues?tab=jobs",
            "queues?tab=bots",
            "clubs",
            "clubs/1",
            "applications",
            "tariffs",
            "subscriptions",
            "switches",
            "audit"
        }) {
            page.navigate(application.url("/admin/" + view));
            page.locator("h1").waitFor();
            page.waitForTimeout(700); // a plot draws itself, a grid asks for its rows
            String name = "admin/" + view.replaceAll("\\W+", "-") + "-" + width + "-"
                    + colors.name().toLowerCase(Locale.ROOT);
            Audit.shoot(page, name);
            Audit.panel(page, name);
        }
        page.context().close();
    }

    @Test
    void whoever_is_shut_out_reads_so_in_the_chat_and_is_let_in_again() {
        Page page = panel(SUPERADMIN, 1280, ColorScheme.LIGHT);
        open(page, "Власов");
        button(page, "Закрыть доступ").click();
        page.getByRole(AriaRole.DIALOG)
                .getByLabel("Причина", new Locator.GetByLabelOptions().setExact(false))
                .fill("проверка");
        Audit.shoot(page, "admin/ask-1280-light");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Закрыть доступ"))
                .click();
        assertThat(page.getByText("Доступ закрыт: Роман Власов")).isVisible();

        Person roman = Person.known("main", ROMAN, "ru", application.api());
        roman.sends("/my");
        roman.sees("Доступ к Trenergram для вас закрыт");
        Answer signIn = application
                .api()
                .nobody()
                .post("/auth/telegram", Map.of("init_data", application.api().initData(ROMAN, "Роман")));
        assertThat(signIn.code()).isEqualTo("blocked");

        button(page, "Вернуть доступ").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Вернуть доступ"))
                .click();
        assertThat(page.getByText("Доступ открыт: Роман Власов")).isVisible();
        roman.sends("/help");
        roman.sees("/settings");
        page.context().close();
    }

    @Test
    void everything_about_somebody_comes_as_a_file() throws Exception {
        Page page = panel(SUPERADMIN, 1280, ColorScheme.LIGHT);
        open(page, "Сафина");

        Download file =
                page.waitForDownload(() -> page.getByText("Скачать данные").click());

        var copy = JsonMapper.shared().readTree(Files.readString(file.path()));
        assertThat(copy.path("profile").get(0).path("last_name").asString()).isEqualTo("Сафина");
        assertThat(copy.has("ledger_as_client")).isTrue();
        page.context().close();
    }

    @Test
    void to_the_staff_of_a_club_there_is_no_such_panel() {
        Page page = panel(READER, 1280, ColorScheme.LIGHT);

        page.navigate(application.url("/admin/users"));

        assertThat(page.getByText("Здесь ничего нет")).isVisible();
        page.context().close();
    }

    private void open(Page page, String name) {
        page.navigate(application.url("/admin/users?q=" + name));
        page.locator("vaadin-grid a").first().click();
        page.waitForURL(Pattern.compile(".*/admin/users/\\d+"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Page panel(long person, int width, ColorScheme colors) {
        Page panel = screens.page(width, 860, colors, "Europe/Moscow");
        panel.navigate(ClubPanel.signInLink(person, application));
        panel.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Войти")))
                .click();
        panel.waitForURL(Pattern.compile(".*/(club|admin)/.*"));
        return panel;
    }
}
