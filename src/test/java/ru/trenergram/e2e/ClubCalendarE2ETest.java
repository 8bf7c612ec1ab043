package ru.trenergram.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
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

/** A club's calendar and bookings in real browsers: two people at once, what each may do, and what it looks like. */
@ExtendWith(RunningApplication.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClubCalendarE2ETest {

    private static final LocalDate DAY = LocalDate.now(Gym.MOSCOW).plusDays(28);

    private PackagedApplication application;
    private Screens screens;
    private Gym gym;
    private ClubPanel owner;
    private ClubPanel manager;
    private Gym.Client client;

    @BeforeAll
    void start(PackagedApplication running) {
        application = running;
        screens = new Screens();
        gym = new Gym(running);
        client = gym.clientOf("Вика", Gym.DARIA);
        owner = ClubPanel.of(ClubPanel.OWNER, screens, running, 1280, ColorScheme.LIGHT);
        manager = ClubPanel.of(ClubPanel.MANAGER, screens, running, 1280, ColorScheme.LIGHT);
    }

    @AfterAll
    void stop() {
        screens.close();
    }

    @Test
    @Order(1)
    void what_a_client_books_on_the_phone_appears_in_an_open_calendar_that_stays_where_it_is() {
        Page page = owner.goes("calendar?date=" + DAY);
        opensAtTheMorning(page);
        page.evaluate("() => { window.sameAsBefore = true; document.querySelector('.cal-board').scrollTop = 333 }");

        gym.books(client, Gym.DARIA, DAY + "T10:00:00+03:00");

        assertThat(session(page)).containsText("10:00–11:00");
        assertThat(page.evaluate("() => window.sameAsBefore")).isEqualTo(true);
        assertThat(page.evaluate("() => document.querySelector('.cal-board').scrollTop"))
                .isEqualTo(333);
    }

    @Test
    @Order(2)
    void a_session_that_is_dragged_is_moved_once_that_is_confirmed_and_another_browser_sees_it() {
        Page other = manager.goes("calendar?date=" + DAY);
        assertThat(session(other)).containsText("10:00–11:00");
        Page page = owner.page();

        drag(page, 3);
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Клиент должен будет подтвердить");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Перенести"))
                .click();

        assertThat(session(page)).containsText("13:00–14:00");
        assertThat(session(other)).containsText("13:00–14:00");
    }

    @Test
    @Order(3)
    void a_drag_that_is_not_confirmed_moves_nothing() {
        Page page = owner.page();

        drag(page, 2);
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Закрыть"))
                .click();

        assertThat(session(page)).containsText("13:00–14:00");
    }

    @Test
    @Order(4)
    void with_the_keyboard_alone_a_session_is_opened_and_cancelled_and_the_list_elsewhere_hears_of_it() {
        Page list = manager.goes("bookings?from=" + DAY + "&to=" + DAY);
        assertThat(list.getByText("Найдено: 1")).isVisible();
        Page page = owner.page();

        session(page).focus();
        page.keyboard().press("Enter");
        Locator panel = page.locator(".side-panel");
        assertThat(panel).containsText("Вика");
        panel.getByText("Отменить тренировку").press("Enter");
        page.getByLabel("Причина").fill("Зал закрыт");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Отменить тренировку"))
                .press("Enter");

        assertThat(panel).containsText("отменена");
        assertThat(list.locator("vaadin-grid").getByText("отменена")).isVisible();
    }

    @Test
    @Order(5)
    void free_time_is_booked_by_a_click_on_it() {
        Page page = owner.goes("calendar?date=" + DAY);
        Locator column = page.locator(".cal-hours[data-trainer='" + Gym.DARIA + "']");
        opensAtTheMorning(page);
        page.evaluate("() => { document.querySelector('.cal-board').scrollTop = 600 }");
        BoundingBox box = column.boundingBox();
        page.mouse().click(box.x + box.width / 2, box.y + box.height * (16.1 / 24));

        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Клиент"))
                .fill("Вик");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("Вика")))
                .first()
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Записать"))
                .click();

        assertThat(session(page)).containsText("16:00–17:00");
    }

    @Test
    @Order(6)
    void who_only_reads_can_press_nothing_and_forge_nothing() {
        ClubPanel reader = ClubPanel.of(ClubPanel.READER, screens, application, 1280, ColorScheme.LIGHT);
        Page page = reader.goes("calendar?date=" + DAY);
        assertThat(session(page)).containsText("16:00–17:00");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Записать")))
                .hasCount(0);

        String forged = """
                () => {
                  const board = document.querySelector('.cal-board');
                  const id = document.querySelector('.cal-session').dataset.id;
                  board.dispatchEvent(new CustomEvent('session-dropped', { detail: { id, date: '%s', minute: 600 } }));
                  board.dispatchEvent(new CustomEvent('free-chosen', { detail: { trainer: '%d', date: '%1$s', minute: 600 } }));
                  board.dispatchEvent(new CustomEvent('session-opened', { detail: { id } }));
                }""".formatted(DAY, Gym.DARIA);
        page.evaluate(forged);

        assertThat(page.locator(".side-panel")).containsText("Вика"); // the last of them was heard
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(session(page)).containsText("16:00–17:00");
    }

    @Test
    @Order(7)
    void a_foreign_clubs_id_and_a_forged_route_lead_nowhere() {
        ClubPanel reader = ClubPanel.of(ClubPanel.READER, screens, application, 1280, ColorScheme.LIGHT);
        Page page = reader.page();
        String foreign = application.url("/club/" + (Integer.parseInt(reader.club()) + 1));
        for (String view : new String[] {"/calendar", "/bookings", "/today"}) {
            page.navigate(foreign + view);
            assertThat(page.getByText("Здесь ничего нет")).isVisible();
        }
        page.navigate(application.url("/club/" + reader.club() + "/calendars"));
        assertThat(page.getByText("Здесь ничего нет")).isVisible();

        Page stranger = screens.laptop();
        stranger.navigate(application.url("/club/" + reader.club() + "/calendar"));
        stranger.waitForURL(Pattern.compile(".*/login.*"));
    }

    @Test
    @Order(8)
    void whose_session_has_ended_signs_in_anew() {
        Page page = manager.goes("calendar");
        page.locator(".cal-cell").first().waitFor();
        page.context().addCookies(List.of(new Cookie("JSESSIONID", "over").setUrl(application.url("/"))));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Неделя"))
                .click();

        page.waitForURL(Pattern.compile(".*/login.*"));
    }

    @ParameterizedTest
    @Order(9)
    @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 820", "DARK, 390"})
    void every_view_is_accessible_and_fits(ColorScheme colors, int width) {
        ClubPanel panel = ClubPanel.of(ClubPanel.OWNER, screens, application, width, colors);
        String look = "-" + ClubPanel.name(colors) + "-" + width;

        Page page = panel.goes("calendar");
        page.locator(".cal-session").first().waitFor();
        seen(page, "calendar-day" + look);
        page.locator(".cal-session").first().click();
        page.locator(".side-panel").waitFor();
        seen(page, "calendar-session" + look);
        panel.goes("calendar?view=week&cancelled=1");
        page.locator(".cal-chip").first().waitFor();
        seen(page, "calendar-week" + look);
        panel.goes("calendar?view=week&trainer=" + Gym.ANNA);
        page.locator(".cal-session").first().waitFor();
        seen(page, "calendar-week-of-one" + look);
        panel.goes("bookings");
        page.locator("vaadin-grid .status").first().waitFor();
        seen(page, "bookings" + look);
    }

    private static void seen(Page page, String name) {
        Audit.panel(page, name);
        Audit.shoot(page, "club/" + name);
    }

    /** Scrolls to the working day by itself, once it is laid out. */
    private static void opensAtTheMorning(Page page) {
        page.waitForFunction("() => document.querySelector('.cal-board')?.scrollTop > 300");
    }

    /** Vika's only session of the day. */
    private static Locator session(Page page) {
        return page.locator(".cal-session:not(.cal-ghost)").filter(new Locator.FilterOptions().setHasText("Вика"));
    }

    /** Drags Vika's session so many hours down, as a hand would. */
    private static void drag(Page page, int hours) {
        session(page).scrollIntoViewIfNeeded();
        BoundingBox box = session(page).boundingBox();
        double hour = page.locator(".cal-hours").first().boundingBox().height / 24;
        double x = box.x + box.width / 2;
        double y = box.y + 12;
        page.mouse().move(x, y);
        page.mouse().down();
        for (int step = 1; step <= 10; step++) {
            page.mouse().move(x, y + hours * hour * step / 10);
        }
        page.mouse().up();
    }
}
