package ru.trenergram.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import ru.trenergram.e2e.Gym.Client;

/** How a Mini App begins, and how it holds on: by the client's app, for what both have in common. */
class MiniAppEntryE2ETest extends MiniAppTest {

    @Test
    void a_plain_browser_is_told_where_to_open_it_and_led_there() {
        Page page = screens().phone(ColorScheme.LIGHT);
        // as the bot's menu button has it, without an id
        page.navigate(gym.application().url("/client/"));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Откройте из Telegram");
        page.getByText("Открыть бота в Telegram").click();
        page.waitForURL(Pattern.compile(".*/simulator.*"));
        page.context().close();
    }

    @Test
    void a_stale_launch_asks_to_open_the_app_again_from_the_chat() {
        Client client = gym.newcomer("Антон", "ru");
        Clock twoDaysAgo = Clock.fixed(Instant.now().minus(Duration.ofDays(2)), ZoneOffset.UTC);
        String stale = gym.application().api(twoDaysAgo).initData(client.id(), client.name());
        MiniApp app = phone().opens("client", stale);
        assertThat(app.heading("Откройте ещё раз из чата")).isVisible();
        Audit.of(app, "a stale launch");
        Audit.shoot(app, "client/stale");
        app.button("Закрыть приложение").click();
        Assertions.assertThat(app.asked("web_app_close")).hasSize(1);
    }

    @Test
    void an_app_that_does_not_arrive_says_so() {
        Client client = gym.newcomer("Марат", "ru");
        MiniApp app = phone();
        app.page().route("**/client/app.js", route -> route.abort());
        app.opens("client", client.initData());
        assertThat(app.heading("Приложение не загрузилось. Проверьте интернет и повторите."))
                .isVisible();
        app.page().unroute("**/client/app.js");
        app.button("Повторить").click();
        assertThat(app.heading("Мои тренировки")).isVisible();
    }

    @Test
    void the_first_screen_is_asked_for_once_while_the_app_is_still_on_its_way() {
        Client client = gym.clientOf("Рита", Gym.TIMUR);
        MiniApp app = phone();
        List<String> reads = new ArrayList<>();
        app.page().onRequest(request -> {
            if (request.url().endsWith("scope=upcoming")) {
                reads.add(request.url());
            }
        });
        app.page().route("**/client/app.js", route -> route.abort());
        app.opens("client", client.initData());
        app.page().waitForCondition(() -> reads.size() == 1);
        app.page().unroute("**/client/app.js");
        app.button("Повторить").click();
        assertThat(app.heading("Мои тренировки")).isVisible();
        Assertions.assertThat(reads).hasSize(2);
    }

    @Test
    void a_forged_launch_gets_no_further() {
        Client client = gym.newcomer("Злата", "ru");
        MiniApp app = phone().opens("client", client.initData().replaceFirst("hash=..", "hash=00"));
        assertThat(app.heading("Не получилось войти")).isVisible();
    }

    @Test
    void a_trainer_who_opens_the_client_s_app_is_shown_the_way_to_their_own() {
        MiniApp app = phone().opens("client", gym.initData(Gym.TIMUR));
        assertThat(app.heading("Пока нет тренера")).isVisible();
        Audit.of(app, "a trainer in the client's app");
        Audit.shoot(app, "client/other-role");
        app.shows("open-trainer-app").click();
        assertThat(app.tab("Клиенты")).isVisible();
    }

    @Test
    void a_lost_connection_is_told_what_was_read_stays_and_a_write_is_taken_back_and_sent_again() {
        Client client = gym.clientOf("Захар", Gym.TIMUR);
        gym.timurBooks(client, gym.free(Gym.anotherDay()).getFirst());
        MiniApp app = phone().opens("client", client.initData());
        Locator next = app.shows("next-session");
        assertThat(next).containsText("ждёт подтверждения");

        app.losesConnection(true);
        app.text("Нет связи. Показываем, что было в").waitFor();
        next.getByText("Подтвердить").click();
        assertThat(next).containsText("подтверждена");
        // after two quiet repeats
        app.text("ответ не дошёл").waitFor();
        assertThat(next).containsText("ждёт подтверждения");
        Audit.of(app, "a lost connection");
        Audit.shoot(app, "client/offline");

        app.losesConnection(false);
        assertThat(app.view().getByText("Нет связи. Показываем")).isHidden();
        app.view().getByRole(AriaRole.STATUS).getByText("Повторить").click();
        app.text("Тренировка подтверждена").waitFor();
        Assertions.assertThat(client.api()
                        .get("/bookings/client/" + client.id())
                        .json()
                        .path("items")
                        .path(0)
                        .path("status")
                        .asString(""))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void who_was_here_before_sees_their_sessions_even_when_the_service_does_not_answer() {
        Client client = gym.clientOf("Инга", Gym.TIMUR);
        gym.books(client, Gym.TIMUR, gym.free(Gym.anotherDay()).getFirst());
        MiniApp app = phone().opens("client", client.initData());
        assertThat(app.shows("next-session")).isVisible();

        app.page().route("**/api/**", route -> route.abort());
        app.opens("client", client.initData());
        assertThat(app.shows("next-session")).isVisible();
        app.text("Нет связи. Показываем, что было в").waitFor();
        app.page().unroute("**/api/**");
        app.view().getByRole(AriaRole.STATUS).getByText("Повторить").first().click();
        assertThat(app.view().getByText("Нет связи. Показываем")).isHidden();
    }

    @Test
    void another_account_on_the_same_phone_sees_nothing_of_the_first() {
        Client first = gym.clientOf("Первый", Gym.TIMUR);
        gym.books(first, Gym.TIMUR, gym.free(Gym.anotherDay()).getFirst());
        Client second = gym.newcomer("Вторая", "ru");
        MiniApp app = phone().opens("client", first.initData());
        assertThat(app.shows("next-session")).isVisible();
        app.page().route("**/api/**", route -> route.abort());
        app.opens("client", second.initData());
        assertThat(app.heading("Нет связи. Проверьте интернет и повторите.")).isVisible();
        assertThat(app.shows("next-session")).hasCount(0);
    }

    @Test
    void an_old_telegram_gets_the_buttons_inside_the_page() {
        Client client = gym.clientOf("Дед", Gym.TIMUR);
        gym.books(client, Gym.TIMUR, gym.free(Gym.anotherDay()).getFirst());
        MiniApp app = phone(Phone.USUAL.speaking("6.0")).opens("client", client.initData());
        app.button("Не смогу").click();
        assertThat(app.button("Не сейчас")).isVisible();
        app.button("Не сейчас").click();
        app.button("Записаться").first().click();
        app.button("Назад").click();
        assertThat(app.heading("Мои тренировки")).isVisible();
        Assertions.assertThat(app.asked("web_app_setup_back_button")).isEmpty();
        Assertions.assertThat(app.asked("web_app_setup_secondary_button")).isEmpty();
    }

    @Test
    void the_theme_and_the_insets_follow_telegram_while_the_app_is_open() {
        Client client = gym.clientOf("Тоня", Gym.TIMUR);
        MiniApp app = phone().opens("client", client.initData());
        app.heading("Мои тренировки").waitFor();
        Locator root = app.view().locator("html");
        assertThat(root).hasAttribute("data-theme", "light");
        app.turns(Phone.Theme.DARK);
        assertThat(root).hasAttribute("data-theme", "dark");
        assertThat(root).hasCSS("background-color", "rgb(14, 22, 33)");
        app.turns(Phone.Theme.COLOURFUL);
        assertThat(root).hasCSS("background-color", "rgb(255, 227, 184)");
        Audit.of(app, "a theme that somebody made");
        Audit.shoot(app, "client/colourful");

        app.hears("safe_area_changed", Map.of("top", 40, "right", 0, "bottom", 34, "left", 0));
        app.hears("content_safe_area_changed", Map.of("top", 46, "right", 0, "bottom", 0, "left", 0));
        assertThat(app.view().locator("main.page")).hasCSS("padding-top", "98px");
    }

    @Test
    void all_of_it_can_be_done_from_a_keyboard_and_the_focus_comes_back() {
        Client client = gym.clientOf("Клава", Gym.TIMUR);
        gym.books(client, Gym.TIMUR, gym.free(Gym.anotherDay()).getFirst());
        MiniApp app = phone().opens("client", client.initData());
        Locator open = app.shows("next-session").getByRole(AriaRole.BUTTON).first();
        open.focus();
        app.page().keyboard().press("Enter");
        Locator sheet = app.sheet("Тренировка");
        assertThat(sheet).isVisible();
        for (int i = 0; i < 12; i++) {
            app.page().keyboard().press("Tab");
            // after the last control it is Telegram's turn, and then the sheet's again
            Assertions.assertThat(
                            app.frame().evaluate("() => document.activeElement.matches('body, dialog, dialog *')"))
                    .as("the focus stays in the sheet")
                    .isEqualTo(true);
        }
        app.page().keyboard().press("Escape");
        assertThat(sheet).isHidden();
        assertThat(open).isFocused();

        app.tab("Тренеры").focus();
        app.page().keyboard().press("Enter");
        assertThat(app.heading("Мои тренеры")).isFocused();
    }
}
