package ru.trenergram.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.trenergram.support.Api;

/** Every screen of the trainer's app in both languages, light and dark, on narrow and wide phones. */
class TrainerScreensE2ETest extends MiniAppTest {

    private static final List<String> SETTINGS =
            List.of("hours", "exceptions", "zone", "session", "booking", "reminders", "about");

    @AfterEach
    void annaSpeaksRussian() {
        speak("ru");
    }

    @ParameterizedTest
    @CsvSource({"ru, LIGHT, 390", "ru, DARK, 320", "en, LIGHT, 320", "en, DARK, 430"})
    void every_screen_is_whole_and_accessible(String language, Phone.Theme theme, int width) {
        speak(language);
        MiniApp app = phone(Phone.USUAL.wide(width).in(theme)).opens("trainer", initData());
        Shot seen = name -> {
            String screen = name + "-" + language + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
            Audit.of(app, screen);
            Audit.shoot(app, "trainer/" + screen);
        };

        app.shows("booking").first().waitFor();
        seen.of("day");
        go(app, "week");
        app.shows("booking").first().waitFor();
        seen.of("week");
        app.view().locator(".month-button").click();
        app.view().locator(".month").waitFor();
        seen.of("month");
        app.backButton().click();

        go(app, "day_" + Gym.anotherDay());
        app.shows("free").first().click();
        app.shows("client").first().waitFor();
        seen.of("book");
        app.shows("more").click();
        app.shows("choose-client").waitFor();
        seen.of("book-more");
        app.backButton().click();

        go(app, "clients");
        app.shows("client").first().waitFor();
        seen.of("clients");
        app.shows("client").first().click();
        app.shows("balance").waitFor();
        seen.of("client");
        Locator money = app.view().locator(".pair .button");
        for (int sheet = 0; sheet < 2; sheet++) {
            money.nth(sheet).click();
            app.mainButton().waitFor();
            seen.of(sheet == 0 ? "top-up" : "correction");
            app.backButton().click();
        }

        go(app, "analytics");
        app.view().locator(".bars").last().waitFor();
        seen.of("analytics");
        go(app, "link");
        app.shows("scans").waitFor();
        seen.of("link");
        app.view().locator(".qr-button").click();
        app.view().locator(".qr-screen").waitFor();
        seen.of("qr");
        app.backButton().click();

        go(app, "settings");
        app.shows("calendar").waitFor();
        seen.of("settings");
        for (String page : SETTINGS) {
            go(app, "settings_" + page);
            app.view().locator("h1").waitFor();
            assertThat(app.view().locator(".skeleton")).hasCount(0);
            seen.of("settings-" + page);
        }
    }

    @Test
    void text_twice_as_large_stays_whole() {
        MiniApp app = phone().opens("trainer", initData());
        app.shows("booking").first().waitFor();
        enlarge(app);
        Audit.of(app, "the day in text twice as large");
        Audit.shoot(app, "trainer/day-large-text");
        for (String page : List.of("clients", "settings", "settings_reminders", "analytics", "link")) {
            go(app, page);
            app.view().locator("h1").waitFor();
            assertThat(app.view().locator(".skeleton")).hasCount(0);
            enlarge(app);
            Audit.of(app, page + " in text twice as large");
        }
    }

    private static void enlarge(MiniApp app) {
        app.frame().evaluate("() => { document.documentElement.style.fontSize = '200%' }");
    }

    private interface Shot {
        void of(String name);
    }

    /** As a link with a start parameter does. */
    private void go(MiniApp app, String page) {
        app.opens("trainer", initData(), page);
    }

    private void speak(String language) {
        Api.Client anna = gym.api().signedIn(Gym.ANNA, "Анна");
        anna.put("/users/profile", Map.of("language", language));
    }

    private String initData() {
        return gym.api().initData(Gym.ANNA, "Анна");
    }
}
