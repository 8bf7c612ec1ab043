package ru.trenergram.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.regex.Pattern;

/** Somebody of the staff of the demo club at a browser of their own, signed in by a one-time link of the staff bot. */
final class ClubPanel {

    static final long OWNER = 6_000_000_001L;
    static final long MANAGER = 6_000_000_002L;
    static final long READER = 6_000_000_003L;

    private final PackagedApplication application;
    private final Page page;
    private final String club;

    private ClubPanel(PackagedApplication application, Page page, String club) {
        this.application = application;
        this.page = page;
        this.club = club;
    }

    static ClubPanel of(long person, Screens screens, PackagedApplication application, int width, ColorScheme colors) {
        Page page = screens.page(width, 860, colors, "Europe/Moscow");
        Chat chat = new Chat(page);
        page.navigate(application.url("/simulator?person=" + person + "&bot=staff"));
        chat.says("/login");
        chat.sees("Ваша ссылка для входа в панель");
        Page panel = page.waitForPopup(() -> chat.presses("Войти в панель"));
        panel.setDefaultTimeout(20_000);
        panel.setViewportSize(width, 860);
        panel.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Войти")))
                .click();
        panel.waitForURL(Pattern.compile(".*/club(/\\d+/.*)?"));
        if (panel.url().endsWith("/club")) {
            panel.getByText("Импульс").click();
        }
        panel.waitForURL(Pattern.compile(".*/club/\\d+/.*"));
        page.close();
        return new ClubPanel(application, panel, panel.url().replaceAll(".*/club/(\\d+).*", "$1"));
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
