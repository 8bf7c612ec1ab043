package ru.trenergram.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One booking, whole: from a trainer's {@code /start} to a confirmed session, as people walk it, against the packaged
 * jar with its own database and the simulator. Each step goes on where the one before it ended.
 */
@ExtendWith(RunningApplication.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PathE2ETest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private PackagedApplication application;
    private Screens screens;
    private Chat trainer;
    private Chat client;
    private String personalLink;

    @BeforeAll
    void start(PackagedApplication running) {
        application = running;
        screens = new Screens();
        trainer = new Chat(screens.laptop());
        client = new Chat(screens.phone(ColorScheme.LIGHT));
    }

    @AfterAll
    void stop() {
        screens.close();
    }

    @Test
    @Order(1)
    void the_start_page_leads_to_the_simulator_where_one_becomes_a_new_person() {
        Page page = trainer.page();
        page.navigate(application.url("/"));
        page.getByText("Симулятор", new Page.GetByTextOptions().setExact(true)).waitFor();
        Screens.shoot(page, "start-page");
        page.getByText("Симулятор", new Page.GetByTextOptions().setExact(true)).click();

        becomes(page, "Мария");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Начать"))).isVisible();
    }

    @Test
    @Order(2)
    void a_registration_answers_wrong_input_with_what_it_expects() {
        trainer.presses("Начать");
        trainer.presses("Я тренер");
        trainer.sees("Поделитесь своим номером");
        trainer.says("привет");
        trainer.sees("Жду ваш номер");
        trainer.sharesContactOf("Анна Лебедева");
        trainer.sees("Это чужой контакт");
        trainer.sharesOwnContact();
        trainer.sees("Где вы тренируете?");
        trainer.presses("Импульс · Москва");
        trainer.sees("Сколько стоит одна тренировка?");
        trainer.says("дорого");
        trainer.sees("Жду целое число рублей");
        Screens.shoot(trainer.page(), "simulator-registration");
    }

    @Test
    @Order(3)
    void a_killed_service_goes_on_with_the_dialog_where_it_was_even_if_it_is_called_and_does_not_poll_any_more()
            throws InterruptedException {
        application.kill();
        application.with("UPDATES", "webhook").start();

        trainer.says("-2500");
        assertThat(trainer.message("Жду целое число рублей")).hasCount(2);
        trainer.says("2 500 ₽");
        trainer.sees("Сколько длится тренировка?");
    }

    @Test
    @Order(4)
    void at_the_end_there_are_the_link_the_qr_code_and_the_app() {
        trainer.presses("60 мин");
        trainer.presses("Да, верно");
        trainer.sees("Готово, вы тренер");
        Locator link = trainer.message(Pattern.quote("t.me")).or(trainer.page().locator("a[href*='start=trainer_']"));
        personalLink = link.last().getAttribute("href");
        assertThat(trainer.page().getByRole(AriaRole.IMG, named("Фотография")).last())
                .isVisible();
        Screens.shoot(trainer.page(), "simulator-trainer");
    }

    @Test
    @Order(5)
    void the_trainer_sets_working_hours_and_sees_free_time() {
        FrameLocator app = trainer.opens("Открыть расписание");
        button(app, "Указать рабочие часы").click();
        app.getByRole(AriaRole.CHECKBOX, frameNamed("Понедельник: рабочий день"))
                .check();
        button(app, "Скопировать день").click();
        for (String day : new String[] {"Суббота", "Воскресенье"}) {
            app.getByRole(AriaRole.CHECKBOX, frameNamed(day)).check();
        }
        trainer.pressesMainButton("Применить");
        Screens.shoot(trainer.page(), "trainer-hours");
        trainer.pressesMainButton("Сохранить");
        app.getByText("Рабочие часы сохранены").waitFor();
        tab(app, "День");
        day(app, inTwoDays()).click();
        assertThat(app.getByTestId("free").first()).isVisible();
        trainer.closesApp();
    }

    @Test
    @Order(6)
    void whoever_opens_the_link_becomes_a_client() {
        Page page = client.page();
        page.navigate(application.url("/simulator"));
        becomes(page, "Пётр");
        page.navigate(personalLink);
        client.presses("Начать");
        client.sees("Вы теперь клиент тренера");
        client.presses("Пропустить");
        client.sees("Свободное время и ваши тренировки");
        trainer.sees("Новый клиент");
    }

    @Test
    @Order(7)
    void the_client_books_a_free_slot_and_the_trainer_hears_of_it_at_once() {
        FrameLocator app = client.opens("Мои тренировки");
        app.getByText("Записаться").first().click();
        app.getByRole(AriaRole.BUTTON, frameNamed(Gym.dayName(inTwoDays()))).click();
        Screens.shoot(client.page(), "client-book");
        app.getByTestId("slots").getByRole(AriaRole.BUTTON, frame("10:00")).click();
        client.pressesMainButton("Записаться");
        app.getByText("Вы записаны").waitFor();
        Screens.shoot(client.page(), "client-booked");
        client.pressesMainButton("К моим тренировкам");
        assertThat(app.getByTestId("next-session")).containsText("10:00");
        client.closesApp();
        client.sees("Вы записаны");

        trainer.sees("Новая тренировка");
        Screens.shoot(trainer.page(), "simulator-new-booking");
    }

    @Test
    @Order(8)
    void the_trainer_books_the_client_for_another_hour_and_no_message_is_sent() {
        int before = client.page().locator(".message").count();
        FrameLocator app = trainer.opens("Открыть расписание");
        day(app, inTwoDays()).click();
        assertThat(app.getByTestId("booking").first()).containsText("10:00");
        button(app, "Записать клиента на 12:00").click();
        app.getByTestId("client").first().click();
        assertThat(app.getByTestId("booking")).hasCount(2);
        assertThat(app.getByTestId("booking").last()).containsText("ждёт подтверждения");
        Screens.shoot(trainer.page(), "trainer-day");
        tab(app, "Клиенты");
        assertThat(app.getByTestId("client").first()).containsText("впереди 2");
        Screens.shoot(trainer.page(), "trainer-clients");
        trainer.closesApp();
        assertThat(client.page().locator(".message")).hasCount(before);
    }

    @Test
    @Order(9)
    void the_client_confirms_it_in_the_app_and_the_trainer_is_told() {
        FrameLocator app = client.opens("Мои тренировки");
        app.getByTestId("booking")
                .filter(new Locator.FilterOptions().setHasText("12:00"))
                .click();
        button(app, "Подтвердить").click();
        assertThat(app.getByText("подтверждена").first()).isVisible();
        Screens.shoot(client.page(), "client-confirmed");
        trainer.sees("Клиент подтвердил тренировку");
    }

    @Test
    @Order(10)
    void a_club_owner_signs_in_with_a_link_of_the_staff_bot_that_works_once() {
        String answer = "Ваша ссылка для входа в панель";
        String chat = application
                .api()
                .nobody()
                .get(application.api().address("/simulator/api/chats/staff/6000000001/messages"))
                .http()
                .body();
        Chat owner = new Chat(screens.laptop());
        owner.page().navigate(application.url("/simulator?person=6000000001&bot=staff"));
        owner.says("/login");
        assertThat(owner.message(answer)).hasCount(chat.split(answer, -1).length); // one more than other tests have got
        Page panel = owner.page().waitForPopup(() -> owner.presses("Войти в панель"));
        String link = panel.url();
        panel.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Войти")))
                .click();
        panel.waitForURL(Pattern.compile(".*/club/\\d+.*|.*/club"));
        if (panel.url().endsWith("/club")) {
            panel.getByText("Импульс").click();
        }
        panel.waitForURL(Pattern.compile(".*/club/\\d+/.*"));
        String club = panel.url().replaceAll(".*/club/(\\d+).*", "$1");

        panel.navigate(application.url("/club/" + club + "/today"));
        panel.getByText("Павел Никитин").first().waitFor();
        Screens.shoot(panel, "panel-today");
        panel.navigate(application.url("/club/" + club + "/trainers"));
        panel.getByText("Мария").first().waitFor();
        Screens.shoot(panel, "panel-trainers");

        Page used = screens.laptop();
        used.navigate(link);
        used.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Войти")))
                .click();
        used.getByText(Pattern.compile("уже использована|устарела")).first().waitFor();
        used.navigate(application.url("/club/" + club + "/today"));
        used.waitForURL(Pattern.compile(".*/login.*"));
    }

    @Test
    @Order(11)
    void a_stranger_is_refused_by_the_staff_bot() {
        Chat stranger = new Chat(screens.phone(ColorScheme.DARK));
        stranger.page().navigate(application.url("/simulator?person=6000000021&bot=staff"));
        stranger.presses("Начать");
        stranger.sees("Этот бот — для сотрудников клубов");
        stranger.says("/login");
        stranger.sees("Панель — для сотрудников клубов");
        Screens.shoot(stranger.page(), "simulator-stranger-dark");
    }

    private static void becomes(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named("Новый человек")).click();
        page.getByLabel("Имя", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByRole(AriaRole.BUTTON, named("Добавить")).click();
        page.locator("[data-bot=main]").click();
    }

    private static void tab(FrameLocator app, String name) {
        app.getByRole(AriaRole.LINK, frameNamed(name)).click();
    }

    /** Its name goes on with the number of its sessions, once that is known. */
    private static Locator day(FrameLocator app, LocalDate date) {
        return app.getByRole(
                AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(Pattern.compile("^" + dayName(date))));
    }

    private static Locator button(FrameLocator app, String name) {
        return app.getByRole(AriaRole.BUTTON, frameNamed(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static FrameLocator.GetByRoleOptions frameNamed(String name) {
        return new FrameLocator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions frame(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    /** More than the twelve hours ahead within which a session is charged, and its card speaks of that, at once. */
    private static LocalDate inTwoDays() {
        return LocalDate.now(MOSCOW).plusDays(2);
    }

    /** As the day's button is named: “среда, 2 декабря”. */
    private static String dayName(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.of("ru")).format(day);
    }
}
