package ru.trenergram.e2e;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * A phone with a Mini App on it, and Telegram around the app: its bar, its buttons and popups, its theme. The app speaks to
 * the test's Telegram as it does to a real one (TelegramWebviewProxy), with initData that is really signed.
 */
final class MiniApp {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path TELEGRAM = Path.of("src", "test", "resources", "e2e", "telegram.html");
    private static final String BRIDGE = """
            if (parent !== window && parent.telegram) {
              window.TelegramWebviewProxy = {
                postEvent: (name, json) => parent.telegram.receive(name, JSON.parse(json || '{}')),
              };
            }""";
    /** The apps take two presses within 0.4 s for a double tap. */
    private static final Locator.ClickOptions AT_A_PERSONS_PACE = new Locator.ClickOptions().setDelay(450);

    private final Page page;
    private final PackagedApplication application;
    private final Phone phone;

    MiniApp(Screens screens, PackagedApplication application, Phone phone) {
        this.page = screens.page(phone.width(), Phone.HEIGHT, phone.theme().colors(), phone.zone());
        this.application = application;
        this.phone = phone;
        page.context().addInitScript(BRIDGE);
        // of the app's own origin, so that the two can speak
        page.route(application.url("/around"), route -> route.fulfill(telegramItself()));
        page.navigate(application.url("/around"));
    }

    private static Route.FulfillOptions telegramItself() {
        try {
            return new Route.FulfillOptions().setContentType("text/html").setBody(Files.readString(TELEGRAM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens an app, {@code client} or {@code trainer}, as a button in the chat with the bot does. */
    MiniApp opens(String app, String initData) {
        return opens(app, initData, "");
    }

    /** @param startParameter of a deep link; empty for none */
    MiniApp opens(String app, String initData, String startParameter) {
        String launch = "tgWebAppData=" + encode(initData)
                + "&tgWebAppVersion=" + phone.telegram()
                + "&tgWebAppPlatform=android"
                + "&tgWebAppThemeParams="
                + encode(JSON.writeValueAsString(phone.theme().parameters()))
                + (startParameter.isEmpty() ? "" : "&tgWebAppStartParam=" + startParameter);
        // the number makes each opening a load of the page, however equal the addresses are
        String address = "/" + app + "/1?" + System.nanoTime() + "#" + launch;
        page.evaluate(
                "([src, theme]) => telegram.open(src, theme)",
                List.of(address, phone.theme().parameters()));
        return this;
    }

    Page page() {
        return page;
    }

    FrameLocator view() {
        return page.frameLocator("iframe");
    }

    /** The document of the app, for what is to be run in it. */
    Frame frame() {
        return Objects.requireNonNull(page.querySelector("iframe").contentFrame());
    }

    Locator button(String name) {
        return view().getByRole(
                        AriaRole.BUTTON,
                        new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return view().getByRole(
                        AriaRole.HEADING,
                        new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator sheet(String name) {
        return view().getByRole(
                        AriaRole.DIALOG,
                        new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator tab(String name) {
        return view().getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator text(String words) {
        return view().getByText(words).first();
    }

    Locator shows(String testId) {
        return view().getByTestId(testId);
    }

    Locator mainButton() {
        return page.locator("#main");
    }

    Locator secondaryButton() {
        return page.locator("#secondary");
    }

    Locator backButton() {
        return page.locator("#back");
    }

    void pressesMain(String words) {
        mainButton().filter(containing(words)).click(AT_A_PERSONS_PACE);
    }

    void pressesSecondary(String words) {
        secondaryButton().filter(containing(words)).click(AT_A_PERSONS_PACE);
    }

    /** Answers Telegram's popup, which asks {@code question}. */
    void answers(String question, String button) {
        Locator popup = page.locator("#popup").filter(containing(question));
        popup.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** What the app has asked Telegram for under this name, in order, as JSON. */
    List<String> asked(String method) {
        Object asked = page.evaluate(
                "name => telegram.asked.filter(([one]) => one === name).map(([, data]) => JSON.stringify(data))",
                method);
        return ((List<?>) asked).stream().map(String::valueOf).toList();
    }

    /** Sends the app an event of Telegram. */
    void hears(String event, Map<String, ?> data) {
        page.evaluate("([event, data]) => telegram.tell(event, data)", List.of(event, data));
    }

    void turns(Phone.Theme theme) {
        page.evaluate("theme => telegram.show(theme)", theme.parameters());
        hears("theme_changed", Map.of("theme_params", theme.parameters()));
    }

    void losesConnection(boolean lost) {
        page.context().setOffline(lost);
    }

    void close() {
        page.context().close();
    }

    private static Locator.FilterOptions containing(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String url(String path) {
        return application.url(path);
    }
}
