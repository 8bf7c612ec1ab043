package ru.trenergram.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, and the pictures that are taken with it: {@code target/screenshots}. */
final class Screens implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final String MOSCOW = "Europe/Moscow";

    /** Milliseconds: a busy machine is no reason to fail. */
    private static final int PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    Screens() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    Page laptop() {
        return page(1280, 860, ColorScheme.LIGHT, MOSCOW);
    }

    Page phone(ColorScheme colors) {
        return page(390, 844, colors, MOSCOW);
    }

    /** A page of its own context: nobody is known there, and nothing kept. */
    Page page(int width, int height, ColorScheme colors, String zone) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("ru-RU")
                        .setTimezoneId(zone)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setColorScheme(colors))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        return page;
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path chromium() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not installed: ./dev doctor says how"));
    }
}
