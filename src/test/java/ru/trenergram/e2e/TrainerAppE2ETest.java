package ru.trenergram.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ru.trenergram.e2e.Gym.Client;
import ru.trenergram.support.Api;
import tools.jackson.databind.JsonNode;

/** What a trainer does in their Mini App, against the packaged jar; the trainer is one of the demo data's. */
class TrainerAppE2ETest extends MiniAppTest {

    /** As the strip of days is read out: «среда, 9 декабря». */
    private static final DateTimeFormatter IN_FULL = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.of("ru"));

    @SuppressWarnings("NullAway.Init") // before all tests
    private Api.Client anna;

    @BeforeAll
    void signIn() {
        anna = gym.api().signedIn(Gym.ANNA, "Анна");
    }

    @Test
    void two_taps_book_and_the_session_can_be_moved_and_cancelled_with_a_reason() {
        Client client = gym.clientOf("Варвара", Gym.ANNA);
        LocalDate day = Gym.anotherDay();
        MiniApp app = opened(day);
        app.shows("free").first().click();
        app.shows("client").filter(with(client.name())).click();
        app.text("Записали: Варвара").waitFor();
        Locator booking = app.shows("booking").filter(with(client.name()));
        assertThat(booking).containsText("ждёт подтверждения");

        booking.click();
        Audit.of(app, "a session");
        app.button("Перенести").click();
        Locator times = app.sheet("Перенести тренировку").getByRole(AriaRole.GROUP, exactly("Свободное время"));
        times.getByRole(AriaRole.BUTTON).last().click();
        Audit.of(app, "a move");
        Audit.shoot(app, "trainer/move");
        app.pressesMain("Перенести на");
        app.text("Перенесли на").waitFor();

        booking.click();
        app.button("Отменить тренировку").click();
        app.view().getByLabel("Причина").fill("Зал закрыт");
        app.pressesMain("Отменить тренировку");
        app.text("Тренировка отменена").waitFor();
        assertThat(app.heading("Отменённые")).isVisible();
        booking.last().click();
        assertThat(app.sheet("Тренировка")).containsText("Зал закрыт");
    }

    @Test
    void a_weekly_series_is_booked_past_the_week_that_is_taken_and_cancelled_whole() {
        Client client = gym.clientOf("Глафира", Gym.ANNA);
        LocalDate day = LocalDate.now(Gym.MOSCOW).plusDays(15);
        book(client, day.plusWeeks(1) + "T12:00:00+03:00");
        MiniApp app = opened(day);
        app.button("Записать клиента на 12:00").click();
        app.shows("more").click();
        app.shows("choose-client").click();
        app.shows("client").filter(with(client.name())).click();
        app.view().getByText("Повторять каждую неделю").click();
        app.view().getByLabel("Сколько недель").fill("3");
        Audit.of(app, "a series");
        app.pressesMain("Записать на 12:00, 3 недели");
        app.pressesMain("Записать остальные: 2 тренировки");
        app.text("Записали: Глафира, 2 тренировки").waitFor();

        app.shows("booking").filter(with(client.name())).click();
        assertThat(app.sheet("Тренировка")).containsText("1 из 2");
        app.button("Отменить тренировку").click();
        app.button("Все в серии").click();
        app.pressesMain("Отменить тренировки");
        app.text("Тренировки отменены").waitFor();
    }

    @Test
    void a_request_of_any_day_is_answered_from_today() {
        set("self_booking", "request");
        try {
            Client client = gym.clientOf("Евдокия", Gym.ANNA);
            JsonNode slots = anna.get("/slots/trainer/" + Gym.ANNA + "?from=" + Gym.anotherDay() + "&to="
                            + LocalDate.now(Gym.MOSCOW).plusDays(28))
                    .json();
            gym.books(client, Gym.ANNA, slots.at("/days/0/slots/0/starts_at").asString(""));
            MiniApp app = opened();
            app.shows("inbox").click();
            app.shows("waiting").or(app.sheet("Тренировка")).first().waitFor();
            if (app.shows("waiting").count() > 0) {
                app.shows("waiting").filter(with(client.name())).click();
            }
            app.button("Подтвердить").click();
            app.text("Тренировка подтверждена").waitFor();
        } finally {
            set("self_booking", "instant");
        }
    }

    @Test
    void who_did_not_come_is_marked_and_the_mark_taken_back() {
        LocalDate today = LocalDate.now(Gym.MOSCOW);
        JsonNode ended = anna.get("/bookings/trainer/" + Gym.ANNA + "?from=" + today.minusDays(1) + "&to=" + today)
                .json();
        JsonNode booking = StreamSupport.stream(ended.path("items").spliterator(), false)
                .filter(one -> one.path("status").asString("").equals("COMPLETED"))
                .filter(one -> one.path("allowed_actions").toString().contains("no_show"))
                .findAny()
                .orElseThrow();
        MiniApp app = phone().opens(
                        "trainer", initData(), "booking_" + booking.path("id").asString(""));
        app.button("Клиент не пришёл").click();
        app.text("Отметили неявку").waitFor();
        app.shows("booking").filter(with("неявка")).first().click();
        app.button("Тренировка прошла").click();
        app.text("Отметили как проведённую").waitFor();
    }

    @Test
    void free_time_is_kept_for_oneself_and_freed_again() {
        MiniApp app = opened(Gym.anotherDay());
        app.shows("free").first().click();
        app.button("Занять время для себя").click();
        app.view().getByLabel("Причина").fill("Врач");
        app.pressesMain("Занять");
        app.shows("blocked").filter(with("Врач")).click();
        app.button("Освободить время").click();
        app.text("Время снова свободно").waitFor();
    }

    @Test
    void money_is_entered_and_corrected_and_every_entry_says_why() {
        gym.clientOf("Зинаида", Gym.ANNA);
        MiniApp app = opened();
        app.tab("Клиенты").click();
        app.view().getByRole(AriaRole.SEARCHBOX).fill("зинаи");
        app.shows("client").first().click();
        app.button("Пополнить").click();
        app.view().getByRole(AriaRole.BUTTON, named("10 тренировок")).click();
        app.pressesMain("Пополнить на");
        app.text("Готово. Баланс").waitFor();
        assertThat(app.shows("balance")).containsText(Pattern.compile("25\\s000"));

        app.button("Исправить").click();
        app.button("Уменьшить").click();
        app.view().getByLabel("Сумма").fill("500");
        app.button("Ошибка в сумме").click();
        app.pressesMain("Уменьшить на");
        assertThat(app.shows("ledger-entry").first()).containsText("Ошибка в сумме");
        assertThat(app.shows("ledger-entry")).hasCount(2);
    }

    @Test
    void the_code_fills_the_screen_and_the_link_is_shared_and_saved() {
        MiniApp app = opened();
        app.tab("Ссылка").click();
        app.button("Показать QR-код").last().click();
        app.sheet("Показать QR-код").waitFor();
        Assertions.assertThat(app.asked("web_app_request_fullscreen")).hasSize(1);
        app.backButton().click();
        Assertions.assertThat(app.asked("web_app_exit_fullscreen")).hasSize(1);
        app.button("Отправить в Telegram").click();
        Assertions.assertThat(app.asked("web_app_open_tg_link"))
                .first()
                .asString()
                .contains("/share/url");
        app.button("Сохранить картинку").click();
        Assertions.assertThat(app.asked("web_app_request_file_download"))
                .first()
                .asString()
                .contains("download=true");
    }

    @Test
    void a_holiday_tells_what_is_booked_in_it() {
        Client client = gym.clientOf("Калерия", Gym.ANNA);
        LocalDate day = LocalDate.now(Gym.MOSCOW).plusDays(40);
        book(client, day + "T12:00:00+03:00");
        MiniApp app = opened();
        app.tab("Настройки").click();
        app.view().getByText("Выходные и особые часы").click();
        app.button("Добавить выходные").click();
        app.view().getByLabel("Первый день").fill(day.toString());
        app.view().getByLabel("Причина").fill("Отпуск");
        app.pressesMain("Сохранить");
        app.shows("conflict").filter(with(client.name())).waitFor();
        Audit.of(app, "what is booked in a holiday");
        app.backButton().click();
        app.shows("exception").filter(with("Отпуск")).click();
        app.button("Убрать, вернуть обычные часы").click();
        app.text("Убрали, снова обычные часы").waitFor();
    }

    @Test
    void edits_that_are_not_saved_are_asked_about() {
        MiniApp app = opened();
        app.tab("Настройки").click();
        app.view().getByRole(AriaRole.BUTTON, named("Тренировка")).click();
        app.button("90 мин").click();
        assertThat(app.mainButton()).hasText("Сохранить");
        app.backButton().click();
        app.answers("Изменения не сохранены", "Остаться");
        app.button("60 мин").click();
        assertThat(app.mainButton()).isHidden();
        app.backButton().click();
        assertThat(app.heading("Настройки")).isVisible();
    }

    @Test
    void without_a_network_the_day_stays_and_a_booking_is_taken_back() {
        gym.clientOf("Лукерья", Gym.ANNA);
        MiniApp app = opened(Gym.anotherDay());
        app.shows("free").first().click();
        app.shows("client").filter(with("Лукерья")).waitFor();
        app.losesConnection(true);
        app.shows("client").filter(with("Лукерья")).click();
        app.text("Не записали (Лукерья)").waitFor();
        assertThat(app.shows("free").first()).isVisible();
        app.losesConnection(false);
        app.shows("free").first().click();
        app.shows("client").filter(with("Лукерья")).click();
        app.text("Записали: Лукерья").waitFor();
    }

    private MiniApp opened() {
        MiniApp app = phone().opens("trainer", initData());
        app.tab("День").waitFor();
        return app;
    }

    private MiniApp opened(LocalDate day) {
        MiniApp app = opened();
        app.view()
                .getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions()
                                .setName(Pattern.compile("^" + IN_FULL.format(day), Pattern.CASE_INSENSITIVE)))
                .first()
                .click();
        app.shows("free").first().waitFor();
        return app;
    }

    private String initData() {
        return gym.api().initData(Gym.ANNA, "Анна");
    }

    private void book(Client client, String start) {
        Api.Answer made =
                anna.post("/bookings", Map.of("trainer_id", Gym.ANNA, "client_id", client.id(), "starts_at", start));
        Assertions.assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private void set(String name, Object value) {
        int version =
                anna.get("/users/trainer/" + Gym.ANNA).json().path("version").asInt();
        anna.put("/users/trainer/" + Gym.ANNA + "/settings", Map.of(name, value, "version", version));
    }

    private static Locator.FilterOptions with(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static FrameLocator.GetByRoleOptions named(String part) {
        return new FrameLocator.GetByRoleOptions().setName(part);
    }
}
