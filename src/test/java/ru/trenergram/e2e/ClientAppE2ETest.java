package ru.trenergram.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.trenergram.e2e.Gym.Client;
import tools.jackson.databind.JsonNode;

/** What clients do in their Mini App, against the packaged jar. */
class ClientAppE2ETest extends MiniAppTest {

    @AfterEach
    void timurIsAsUsual() {
        gym.timurSets(Map.of("self_booking", "instant", "charge_hours_before", 12));
    }

    @Test
    void a_link_shows_the_trainer_makes_a_client_and_leads_to_a_booked_session() {
        Client client = gym.newcomer("Вера", "ru");
        LocalDate day = Gym.anotherDay();
        MiniApp app = phone().opens("client", client.initData(), "trainer_" + Gym.TIMUR);
        assertThat(app.heading("Тимур Ахметов")).isVisible();
        app.text("первому полумарафону").waitFor();

        app.pressesMain("Стать клиентом");
        app.text("Тимур Ахметов теперь ваш тренер").waitFor();
        Assertions.assertThat(app.asked("web_app_request_write_access"))
                .as("who has opened the bot has let it write")
                .isEmpty();

        String start = gym.free(day).getFirst();
        picks(app, day, start);
        app.pressesMain("Записаться");
        assertThat(app.heading("Вы записаны")).isVisible();
        assertThat(app.shows("booked")).containsText(Gym.clock(start));
        app.pressesMain("К моим тренировкам");
        assertThat(app.shows("next-session")).containsText(Gym.clock(start));
        assertThat(app.shows("next-session")).containsText("подтверждена");
        assertThat(app.mainButton()).isHidden();
    }

    @Test
    void a_request_waits_for_the_trainer_and_says_so() {
        gym.timurSets("self_booking", "request");
        Client client = gym.clientOf("Глеб", Gym.TIMUR);
        LocalDate day = Gym.anotherDay();
        MiniApp app = phone().opens("client", client.initData());
        app.button("Записаться").first().click();
        picks(app, day, gym.free(day).getFirst());
        app.text("Тренер подтвердит запись").waitFor();
        app.pressesMain("Попросить");
        assertThat(app.heading("Ждём ответа тренера")).isVisible();
        app.pressesMain("К моим тренировкам");
        assertThat(app.shows("next-session")).containsText("ждёт ответа тренера");
        app.text("Тренер ещё не ответил").waitFor();
    }

    @Test
    void a_trainer_who_books_personally_is_written_to() {
        gym.timurSets("self_booking", "off");
        Client client = gym.clientOf("Ирма", Gym.TIMUR);
        MiniApp app = phone().opens("client", client.initData());
        app.button("Записаться").first().click();
        assertThat(app.heading("Запись через тренера")).isVisible();
        app.button("Написать в Telegram").click();
        Assertions.assertThat(app.asked("web_app_open_tg_link"))
                .containsExactly("{\"path_full\":\"/timur_trainer_demo\"}");
    }

    @Test
    void of_two_who_want_one_time_the_second_is_offered_the_nearest_free_ones() {
        Client quick = gym.clientOf("Быстрова", Gym.TIMUR);
        Client slow = gym.clientOf("Медведев", Gym.TIMUR);
        LocalDate day = Gym.anotherDay();
        List<String> free = gym.free(day);
        MiniApp first = phone().opens("client", quick.initData());
        MiniApp second = phone().opens("client", slow.initData());
        for (MiniApp app : List.of(first, second)) {
            app.button("Записаться").first().click();
            picks(app, day, free.get(2));
        }
        first.pressesMain("Записаться");
        assertThat(first.heading("Вы записаны")).isVisible();

        second.pressesMain("Записаться");
        Locator nearest = second.view().getByRole(AriaRole.GROUP).filter(containing("Ближайшее свободное"));
        assertThat(nearest).isVisible();
        Audit.of(second, "a time that was taken");
        Audit.shoot(second, "client/book-taken");
        nearest.getByRole(AriaRole.BUTTON).first().click();
        second.pressesMain("Записаться");
        assertThat(second.heading("Вы записаны")).isVisible();
    }

    @Test
    void a_session_that_the_trainer_made_is_confirmed_moved_and_cancelled_and_its_history_tells() {
        Client client = gym.clientOf("Лида", Gym.TIMUR);
        LocalDate day = Gym.anotherDay();
        List<String> free = gym.free(day);
        gym.timurBooks(client, free.getFirst());
        MiniApp app = phone().opens("client", client.initData());
        Locator next = app.shows("next-session");
        assertThat(next).containsText("ждёт подтверждения");
        next.getByText("Подтвердить").click();
        assertThat(next).containsText("подтверждена");
        app.text("Тренировка подтверждена").waitFor();

        next.getByText("Перенести").click();
        String later = Gym.clock(free.getLast());
        app.sheet("Перенести тренировку").getByText(later, exactly()).click();
        app.pressesMain("Перенести на");
        assertThat(next).containsText(later);

        next.getByText("Не смогу").click();
        app.view().getByLabel("Причина").fill("Улетаю");
        Audit.of(app, "a question before a session is cancelled");
        Audit.shoot(app, "client/cancel");
        app.pressesMain("Отменить тренировку");
        app.text("Тренировка отменена").waitFor();
        assertThat(app.heading("Впереди ничего нет")).isVisible();

        app.shows("booking").first().click();
        Locator sheet = app.sheet("Тренировка");
        assertThat(sheet).containsText("Улетаю");
        sheet.getByText("История тренировки").click();
        assertThat(sheet.getByRole(AriaRole.LISTITEM))
                .containsText(new String[] {"Записана, тренер", "Подтверждена, вы", "Перенесена, вы", "Отменена, вы"});
        Audit.of(app, "a session with its history");
        Audit.shoot(app, "client/session-history");
    }

    @Test
    void the_balance_says_what_is_owed_and_why() {
        gym.timurSets("charge_hours_before", 168);
        Client client = gym.clientOf("Нелли", Gym.TIMUR);
        gym.timurTopsUp(client, 1000, "наличными");
        gym.books(
                client,
                Gym.TIMUR,
                gym.free(LocalDate.now(Gym.MOSCOW).plusDays(1)).getLast());
        Awaitility.await().until(() -> gym.balanceWithTimur(client).size() == 2);

        MiniApp app = phone().opens("client", client.initData());
        app.tab("Тренеры").click();
        assertThat(app.shows("trainer")).containsText("долг 800");
        app.shows("trainer").click();
        Locator entries = app.shows("ledger-entry");
        assertThat(entries).hasCount(2);
        assertThat(entries.first()).containsText("списывается за 168 ч до начала");
        assertThat(entries.last()).containsText("наличными");
        Audit.of(app, "a trainer and the balance");
        Audit.shoot(app, "client/trainer");
    }

    @Test
    void whoever_has_two_trainers_chooses_and_may_leave_one() {
        Client client = gym.clientOf("Майя", Gym.TIMUR, Gym.DARIA);
        MiniApp app = phone().opens("client", client.initData());
        app.button("Записаться").first().click();
        assertThat(app.shows("trainer")).hasCount(2);
        app.shows("trainer").filter(containing("Дарья Ким")).click();
        app.shows("slots").waitFor();
        app.backButton().click();
        assertThat(app.shows("trainer")).hasCount(2);
        app.backButton().click();

        app.tab("Тренеры").click();
        app.shows("trainer").filter(containing("Тимур")).click();
        app.button("Уйти от тренера").click();
        app.answers("Предстоящие тренировки с ним отменятся", "Не сейчас");
        assertThat(app.heading("Тимур Ахметов")).isVisible();
        app.button("Уйти от тренера").click();
        app.answers("Предстоящие тренировки с ним отменятся", "Уйти");
        app.text("больше не ваш тренер").waitFor();
        assertThat(app.shows("trainer")).hasCount(1);
    }

    @Test
    void the_profile_is_edited_and_edits_are_not_lost_by_accident() {
        Client client = gym.clientOf("Ольга", Gym.TIMUR);
        MiniApp app = phone().opens("client", client.initData());
        app.tab("Профиль").click();
        app.view().getByLabel("Телефон").fill("8 (916) 123-45-67");
        Assertions.assertThat(app.asked("web_app_setup_closing_behavior"))
                .last()
                .isEqualTo("{\"need_confirmation\":true}");
        app.tab("Тренировки").click();
        app.answers("Изменения не сохранены", "Остаться");
        app.pressesMain("Сохранить");
        app.text("Профиль сохранён").waitFor();
        assertThat(app.view().getByLabel("Телефон")).hasValue("+79161234567");
        Assertions.assertThat(app.asked("web_app_setup_closing_behavior"))
                .last()
                .isEqualTo("{\"need_confirmation\":false}");

        app.button("English").click();
        assertThat(app.heading("Profile")).isVisible();
        app.tab("Sessions").click();
        assertThat(app.heading("My sessions")).isVisible();
        JsonNode me = client.api().get("/users/me").json();
        Assertions.assertThat(me.path("language").asString("")).isEqualTo("en");
    }

    @Test
    void both_zones_are_told_where_they_differ() {
        Client client = gym.clientOf("Юрий", Gym.TIMUR);
        String start = gym.free(Gym.anotherDay()).getFirst();
        gym.books(client, Gym.TIMUR, start);
        MiniApp app = phone(Phone.USUAL.at("Asia/Vladivostok")).opens("client", client.initData());
        assertThat(app.shows("next-session"))
                .containsText(Pattern.compile(Gym.clock(start) + "\\sпо\\sМоскве, .*\\d\\d:\\d\\d\\sу\\sвас"));
        Audit.shoot(app, "client/sessions-two-zones");
    }

    @Test
    void the_calendar_s_address_can_be_taken_along() {
        Client client = gym.clientOf("Павла", Gym.TIMUR);
        MiniApp app = phone().opens("client", client.initData());
        app.shows("calendar").click();
        Locator sheet = app.sheet("В календарь телефона");
        assertThat(sheet.getByRole(AriaRole.LINK)).hasAttribute("href", Pattern.compile("webcal://.*\\.ics"));
        Audit.of(app, "the calendar's address");
        Audit.shoot(app, "client/calendar");
        app.backButton().click();
        assertThat(sheet).isHidden();
    }

    private static void picks(MiniApp app, LocalDate day, String start) {
        app.view()
                .getByRole(AriaRole.GROUP, new FrameLocator.GetByRoleOptions().setName("Дни"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Gym.dayName(day)).setExact(true))
                .click();
        app.shows("slots").getByText(Gym.clock(start), exactly()).click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator.FilterOptions containing(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
