package ru.trenergram.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A club's clients and trainers in a real browser: a list is uploaded and taken away again, a trainer is invited. */
@ExtendWith(RunningApplication.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClubPeopleE2ETest {

    /** As Excel in Russia saves it. */
    private static final String LIST = """
        Имя;Телефон;День рождения;Метки;Комментарий
        Ульяна Громова;8 916 555-00-01;17.05.1990;VIP, бокс;Левша
        Фёдор Новиков;8 (916) 555-00-02;;;=HYPERLINK("http://evil")
        Без Номера;;;;
        """;

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

    @Test
    @Order(1)
    void a_list_is_uploaded_looked_at_and_applied() throws IOException {
        Page page = owner.goes("clients");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Загрузить список"))
                .first()
                .click();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload("клиенты.csv", "text/csv", LIST.getBytes(Charset.forName("windows-1251"))));

        assertThat(page.getByText("клиенты.csv, строк: 3")).isVisible();
        assertThat(page.locator("vaadin-grid").getByText("Нет телефона")).isVisible();
        String address = page.url();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Загрузить").setExact(true))
                .click();
        assertThat(page.getByText("Загрузка закончена")).isVisible();
        page.navigate(address);
        Download report = page.waitForDownload(
                () -> page.getByText("Скачать строки, которые не вошли").click());
        assertThat(Files.readString(report.path()))
                .contains("Без Номера", "Нет телефона")
                .doesNotContain("Ульяна");

        page.getByText("К клиентам").click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Имя или телефон"))
                .fill("ульяна");
        assertThat(page.locator("vaadin-grid").getByText("Ульяна Громова")).isVisible();
        assertThat(page.getByText("Нашлось: 1")).isVisible();
        page.reload();
        assertThat(page.locator("vaadin-grid").getByText("Ульяна Громова")).isVisible();
    }

    @Test
    @Order(2)
    void the_filtered_list_is_taken_away_without_formulas() throws IOException {
        Page page = owner.goes("clients?q=новиков");

        Download download = page.waitForDownload(
                () -> page.getByLabel("Скачать список: CSV").click());

        assertThat(download.suggestedFilename()).isEqualTo("trenergram-clients.csv");
        assertThat(Files.readString(download.path()))
                .contains("Фёдор Новиков", "'=HYPERLINK")
                .doesNotContain("Ульяна");
    }

    @Test
    @Order(3)
    void a_card_is_edited_and_somebody_elses_change_is_told() {
        Page page = owner.goes("clients?q=ульяна");
        page.locator("vaadin-grid").getByText("Ульяна Громова").click();
        page.getByLabel("Заметка").waitFor();
        ClubPanel manager = ClubPanel.of(ClubPanel.MANAGER, screens, application, 1280, ColorScheme.LIGHT);
        Page other = manager.goes(page.url().replaceAll(".*/club/\\d+/", ""));
        other.getByLabel("Заметка").fill("Видел менеджер");
        save(other).click();
        assertThat(other.getByText("Сохранено")).isVisible();

        page.getByLabel("Заметка").fill("Видела владелица");
        save(page).click();

        assertThat(page.getByText("Пока вы правили, запись изменил кто-то другой"))
                .isVisible();
        assertThat(page.getByLabel("Заметка")).hasValue("Видела владелица");
    }

    @Test
    @Order(4)
    void an_invitations_link_leads_into_the_club() {
        Page page = owner.goes("trainers");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Пригласить тренера"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Создать приглашение"))
                .click();
        String link = page.getByLabel("Ссылка").inputValue();
        assertThat(link).contains("start=work_");

        Chat somebody = new Chat(screens.laptop());
        Page chat = somebody.page();
        chat.navigate(application.url("/simulator"));
        chat.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Новый человек"))
                .click();
        chat.getByLabel("Имя", new Page.GetByLabelOptions().setExact(true)).fill("Тарас");
        chat.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Добавить"))
                .click();
        chat.locator("[data-bot=main]").click();
        chat.navigate(link);
        somebody.presses("Начать");
        somebody.sees("приглашает вас тренером");
        somebody.presses("Стать тренером клуба");
        somebody.sees("Поделитесь своим номером");
    }

    @Test
    @Order(5)
    void who_only_reads_takes_nothing_away_and_imports_nothing() {
        ClubPanel reader = ClubPanel.of(ClubPanel.READER, screens, application, 1280, ColorScheme.LIGHT);
        Page page = reader.goes("clients");
        page.locator("vaadin-grid a:visible").first().waitFor();

        assertThat(page.getByText("Загрузить список")).hasCount(0);
        assertThat(page.getByLabel("Скачать список: CSV")).hasCount(0);
        assertThat(page.content()).doesNotContain("+7 9");
        reader.goes("clients/import");
        assertThat(page.getByText("Сюда вам нельзя")).isVisible();
        page.navigate(application.url("/club/" + (Integer.parseInt(reader.club()) + 1) + "/clients"));
        assertThat(page.getByText("Здесь ничего нет")).isVisible();
    }

    @ParameterizedTest
    @Order(6)
    @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 390", "DARK, 390"})
    void every_view_is_accessible_and_fits(ColorScheme colors, int width) {
        owner.page().setViewportSize(width, 860);
        owner.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
        String look = "-" + ClubPanel.name(colors) + "-" + width;

        Page page = owner.goes("clients");
        page.locator("vaadin-grid a:visible").first().waitFor();
        seen(page, "clients" + look);
        owner.goes("clients?tag=VIP");
        page.locator("vaadin-grid a:visible").first().waitFor();
        seen(page, "clients-filtered" + look);
        page.locator("vaadin-grid a:visible").first().click();
        page.getByLabel("Заметка").waitFor();
        seen(page, "client" + look);
        owner.goes("clients?q=морозова");
        page.locator("vaadin-grid a:visible").first().click();
        page.getByLabel("Заметка").waitFor();
        page.navigate(page.url() + "?tab=visits");
        page.locator("vaadin-grid .status:visible").first().waitFor();
        seen(page, "client-visits" + look);
        owner.goes("clients/import");
        page.locator("vaadin-upload").waitFor();
        seen(page, "clients-import" + look);
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload("клиенты.csv", "text/csv", LIST.getBytes(Charset.forName("windows-1251"))));
        page.locator("vaadin-grid .status:visible").first().waitFor();
        seen(page, "clients-import-preview" + look);
        owner.goes("trainers");
        page.locator("vaadin-grid a:visible").first().waitFor();
        seen(page, "trainers" + look);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Пригласить тренера"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Создать приглашение"))
                .click();
        page.getByLabel("Ссылка").waitFor();
        seen(page, "trainers-invite" + look);
        owner.goes("trainers/" + Gym.ANNA);
        page.locator(".count").first().waitFor();
        seen(page, "trainer" + look);
    }

    private static Locator save(Page page) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Сохранить").setExact(true));
    }

    private static void seen(Page page, String name) {
        Audit.panel(page, name);
        Audit.shoot(page, "club/" + name);
    }
}
