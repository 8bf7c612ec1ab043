package ru.trenergram.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A club's figures, staff, codes and settings in a real browser. */
@ExtendWith(RunningApplication.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClubOfficeE2ETest {

    private static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("dashboard", "dashboard"),
            Map.entry("dashboard-year", "dashboard?days=365"),
            Map.entry("reports", "reports"),
            Map.entry("reports-occupancy", "reports?report=OCCUPANCY"),
            Map.entry("reports-income", "reports?report=INCOME"),
            Map.entry("reports-debts", "reports?report=DEBTS"),
            Map.entry("reports-retention", "reports?report=RETENTION"),
            Map.entry("qr", "qr"),
            Map.entry("staff", "staff"),
            Map.entry("settings", "settings"),
            Map.entry("subscription", "subscription"),
            Map.entry("subscription-choice", "subscription?tariff=PREMIUM"),
            Map.entry("audit", "audit"));

    private PackagedApplication application;
    private Screens screens;
    private ClubPanel owner;

    @BeforeAll
    void start(PackagedApplication running) {
        application = running;
        screens = new Screens();
        owner = ClubPanel.of(ClubPanel.OWNER, screens, running, 1280, ColorScheme.LIGHT);
    }

    @AfterAll
    void stop() {
        screens.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 390"})
    void every_view_is_accessible_and_fits(ColorScheme colors, int width) {
        owner.page().setViewportSize(width, 860);
        owner.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
        VIEWS.forEach((name, address) -> {
            Page page = owner.goes(address);
            page.locator("h1").waitFor();
            page.waitForTimeout(700); // a plot draws itself, a grid asks for its rows
            String shown = name + "-" + ClubPanel.name(colors) + "-" + width;
            Audit.shoot(page, "club/" + shown);
            Audit.panel(page, shown);
        });
    }

    @Test
    void a_figure_of_the_dashboard_leads_to_what_it_counts() {
        Page page = owner.goes("dashboard");

        page.locator(".tiles a").first().click();

        page.waitForURL("**/bookings?**");
        assertThat(page.locator("vaadin-grid .status:visible").first()).isVisible();
    }

    @Test
    void a_report_comes_as_a_file() throws IOException {
        Page page = owner.goes("reports?report=SESSIONS");

        Download file = page.waitForDownload(() -> page.getByText("CSV").click());

        assertThat(file.suggestedFilename()).endsWith(".csv");
        assertThat(Files.readAllLines(file.path())).hasSizeGreaterThan(1);
    }

    @Test
    void a_code_is_made_and_printed() throws IOException {
        Page page = owner.goes("qr");
        button(page, "Новый код").click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill("Касса");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Сохранить"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Касса")))
                .isVisible();

        Download poster = page.waitForDownload(() -> page.getByText("Плакат A4").click());

        assertThat(new String(Files.readAllBytes(poster.path()), 0, 5)).isEqualTo("%PDF-");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
