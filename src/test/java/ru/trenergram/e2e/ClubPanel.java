package ru.trenergram.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.regex.Pattern;
import ru.trenergram.support.Person;

/** Somebody of the staff of the demo club at a browser of their own, signed in by a one-time link of the staff bot. */
final class ClubPanel {

    static final long OWNER = 6_000_000_001L;
    static final long MANAGER = 6_000_000_002L;
    static final long READER = 6_000_000_003L;

    private static final String SIGN_IN = "Ваша ссылка для входа в панель";

    private final PackagedApplication application;
    private final Page page;
    private final String club;

    private ClubPanel(PackagedApplication application, Page page, String club) {
        this.application = application;
        this.page = page;
        this.club = club;
    }

    static ClubPanel of(long person, Screens screens, PackagedApplication application, int width, ColorScheme colors) {
        Page panel = screens.page(width, 860, colors, "Europe/Moscow");
        panel.navigate(signInLink(person, application));
        panel.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Войти")))
                .click();
        Locator choice = panel.locator("a.choice").filter(new Locator.FilterOptions().setHasText("Импульс"));
        choice.or(panel.locator("vaadin-app-layout")).first().waitFor(); // who has one club is led on
        if (choice.isVisible()) {
            choice.click();
        }
        panel.waitForURL(Pattern.compile(".*/club/\\d+/.*"));
        return new ClubPanel(application, panel, panel.url().replaceAll(".*/club/(\\d+).*", "$1"));
    }

    /** A new one: each opens the panel once. */
    static String signInLink(long person, PackagedApplication application) {
        Person staff = Person.known("staff", person, "ru", application.api());
        staff.sends("/login");
        staff.sees(SIGN_IN);
        return staff.shown(SIGN_IN).url("Войти в панель");
    }

    Page page() {
        return page;
    }

    String club() {
        return club;
    }

    /** @param address within the club, such as {@code calendar?view=week} */
    Page goes(String address) {
        page.navigate(application.url("/club/" + club + "/" + address));
        return page;
    }

    static String name(ColorScheme colors) {
        return colors.name().toLowerCase(Locale.ROOT);
    }
}
