package ru.trenergram.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.trenergram.e2e.Gym.Client;

/** Every screen of the client's app in both languages, light and dark, on narrow and wide phones. */
class ClientScreensE2ETest extends MiniAppTest {

    @ParameterizedTest
    @CsvSource({"ru, LIGHT, 390", "ru, DARK, 320", "en, LIGHT, 320", "en, DARK, 430"})
    void every_screen_is_whole_and_accessible(String language, Phone.Theme theme, int width) {
        Client client = somebody(language);
        boolean russian = language.equals("ru");
        MiniApp app = phone(Phone.USUAL.wide(width).in(theme)).opens("client", client.initData());

        app.shows("next-session").waitFor();
        app.shows("booking").first().waitFor();
        seen(app, "sessions", language, theme, width);

        app.shows("next-session").locator("button").first().click();
        app.sheet(russian ? "Тренировка" : "Session").waitFor();
        seen(app, "session", language, theme, width);
        app.backButton().click();

        app.tab(russian ? "Тренеры" : "Trainers").click();
        app.shows("trainer").first().waitFor();
        seen(app, "trainers", language, theme, width);

        app.shows("trainer").first().click();
        app.shows("ledger-entry").first().waitFor();
        seen(app, "trainer", language, theme, width);
        app.backButton().click();

        app.tab(russian ? "Профиль" : "Profile").click();
        app.heading(russian ? "Профиль" : "Profile").waitFor();
        seen(app, "profile", language, theme, width);

        app.tab(russian ? "Тренировки" : "Sessions").click();
        app.button(russian ? "Записаться" : "Book").first().click();
        app.shows("trainer").first().waitFor();
        seen(app, "book-trainer", language, theme, width);
        app.shows("trainer").first().click();
        app.shows("slots").locator("button").first().click();
        app.mainButton().waitFor();
        seen(app, "book-time", language, theme, width);
        app.pressesMain(russian ? "Записаться" : "Book");
        app.shows("booked").waitFor();
        seen(app, "booked", language, theme, width);
    }

    @ParameterizedTest
    @CsvSource({"ru, LIGHT, 390", "en, DARK, 320"})
    void the_first_screens_of_somebody_new_are_whole_and_accessible(String language, Phone.Theme theme, int width) {
        Client client = gym.newcomer("Новик", language);
        client.api().put("/users/profile", Map.of("language", language));
        MiniApp app = phone(Phone.USUAL.wide(width).in(theme)).opens("client", client.initData());
        app.heading(language.equals("ru") ? "Пока нет тренера" : "No trainer yet")
                .waitFor();
        seen(app, "no-trainer", language, theme, width);
        app.opens("client", client.initData(), "trainer_" + Gym.TIMUR);
        app.mainButton().waitFor();
        seen(app, "join", language, theme, width);
    }

    @Test
    void text_twice_as_large_stays_whole() {
        Client client = somebody("ru");
        MiniApp app = phone(Phone.USUAL).opens("client", client.initData());
        app.shows("next-session").waitFor();
        app.frame().evaluate("() => { document.documentElement.style.fontSize = '200%' }");
        Audit.of(app, "sessions in text twice as large");
        Audit.shoot(app, "client/sessions-large-text");
        app.shows("next-session").locator("button").first().click();
        app.sheet("Тренировка").waitFor();
        Audit.of(app, "a session in text twice as large");
        app.backButton().click();
        app.button("Записаться").first().click();
        app.shows("trainer").first().click();
        app.shows("slots").locator("button").first().click();
        Audit.of(app, "free times in text twice as large");
        Audit.shoot(app, "client/book-time-large-text");
        app.backButton().click();
        app.backButton().click();
        app.tab("Тренеры").click();
        app.shows("trainer").first().click();
        app.shows("ledger-entry").first().waitFor();
        Audit.of(app, "a trainer in text twice as large");
    }

    @Test
    void nobody_has_to_stand_movement() {
        Client client = somebody("ru");
        MiniApp app = phone().opens("client", client.initData());
        app.shows("next-session").locator("button").first().click();
        assertThat(app.sheet("Тренировка")).hasCSS("animation-name", "none");
    }

    /** A client with two trainers, something ahead, something over, and money both ways. */
    private Client somebody(String language) {
        Client client = gym.clientOf("Маргарита", Gym.TIMUR, Gym.DARIA);
        client.api().put("/users/profile", Map.of("language", language, "last_name", "Константинопольская"));
        LocalDate day = Gym.anotherDay();
        gym.timurBooks(client, gym.free(day).getFirst());
        gym.books(client, Gym.TIMUR, gym.free(day).getLast());
        gym.timurCancels(gym.timurBooks(client, gym.free(day).get(4)), "Перекрыли парк");
        gym.timurTopsUp(client, 9000, "перевод");
        return client;
    }

    private static void seen(MiniApp app, String screen, String language, Phone.Theme theme, int width) {
        String name = screen + "-" + language + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        Audit.of(app, name);
        Audit.shoot(app, "client/" + name);
    }
}
