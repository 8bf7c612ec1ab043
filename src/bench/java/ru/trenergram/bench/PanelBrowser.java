package ru.trenergram.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody of the staff at a real browser. */
final class PanelBrowser implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;
    private static final int IDLE_MS = 1_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--no-first-run")));
    private final Service service;
    private final Page page;

    /** What the browser asked for while somebody did something. */
    record Asked(String method, String path, String body) {}

    PanelBrowser(Service service) {
        this.service = service;
        page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 860)
                        .setLocale("ru-RU"))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
    }

    void signIn(String token) {
        page.navigate(service.url("/login/" + token));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Войти")))
                .click();
        page.waitForURL(Pattern.compile(".*/club.*"));
        idle();
    }

    /**
     * How long a page takes to be there, from the address on.
     *
     * @param sign is on it when it is
     * @return milliseconds, the shortest first
     */
    List<Double> opens(String path, String sign, int times) {
        return repeated(times, () -> page.navigate(service.url(path)), sign);
    }

    /** The same by a link on another page, on which {@code otherSign} is. */
    List<Double> goes(String other, String otherSign, String path, String sign, int times) {
        opens(other, otherSign);
        return repeated(times, () -> follow(path), sign, () -> {
            idle(); // nobody leaves a page at the moment at which it is there
            follow(other);
            page.locator(otherSign).first().waitFor();
            idle();
        });
    }

    private List<Double> repeated(int times, Runnable opening, String sign, Runnable... before) {
        List<Double> took = new ArrayList<>();
        for (int n = -2; n < times; n++) {
            for (Runnable deed : before) {
                deed.run();
            }
            long begin = System.nanoTime();
            opening.run();
            page.locator(sign).first().waitFor();
            if (n >= 0) {
                took.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return took.stream().sorted().toList();
    }

    private void follow(String path) {
        page.evaluate("""
                path => {
                  const link = Object.assign(document.createElement('a'), { href: path });
                  document.body.append(link);
                  link.click();
                  link.remove();
                }""", path);
    }

    /** Notes what the service is asked of Vaadin meanwhile, in order. */
    List<Asked> listen(Runnable deed) {
        List<Asked> asked = new ArrayList<>();
        java.util.function.Consumer<Request> note = request -> {
            String path = request.url().substring(service.url("").length());
            if (path.contains("v-r=init") || path.contains("v-r=uidl") || request.isNavigationRequest()) {
                asked.add(new Asked(request.method(), path, request.postData() == null ? "" : request.postData()));
            }
        };
        page.onRequest(note);
        deed.run();
        idle();
        page.offRequest(note);
        return List.copyOf(asked);
    }

    void opens(String path, String sign) {
        page.navigate(service.url(path));
        page.locator(sign).first().waitFor();
    }

    void presses(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void idle() {
        page.waitForTimeout(IDLE_MS); // for what follows by itself
    }

    @Override
    public void close() {
        playwright.close();
    }
}
