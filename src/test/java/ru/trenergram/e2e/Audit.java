package ru.trenergram.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What holds for every screen, of the Mini Apps: axe-core finds nothing, nothing is wider than the phone, and what can be
 * tapped is 44 px in both directions.
 */
final class Audit {

    private static final Path AXE = Path.of("src", "main", "frontend", "node_modules", "axe-core", "axe.min.js");
    private static final Path PICTURES = Path.of(System.getProperty("screens", "target/screens"));

    private static final String VIOLATIONS = """
            async () => {
              const vaadins = { // which no page of ours can mend
                'region': '<vaadin-connection-indicator',
                'empty-table-header': '<th id="vaadin-grid-cell-',
                'aria-required-children': '<vaadin-tabs',
              };
              const { violations } = await axe.run(document, { resultTypes: ['violations'] });
              return violations.flatMap(({ id, nodes }) =>
                nodes.filter(({ html }) => !(id in vaadins) || !html.startsWith(vaadins[id]))
                  .map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
            }""";

    /** Of a switch or a checkbox the whole row is the label, and takes the tap. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('button, a[href], input, select, textarea, summary')]
              .filter((one) => one.checkVisibility() && !one.closest('[inert]'))
              .map((one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])
              .filter(([, { width, height }]) => width < 43.5 || height < 43.5)
              .map(([one, { width, height }]) => `${one.outerHTML.slice(0, 120)} is ${width} x ${height}`)""";

    private static final String WIDE = """
            () => {
              const room = document.documentElement.clientWidth;
              const scrolls = (one) => one.parentElement?.closest('.chips, .pills, .scroll');
              return [...document.querySelectorAll('body *')]
                .filter((one) => one.getBoundingClientRect().right > room + 1 && !scrolls(one) && one.checkVisibility())
                .map((one) => `${one.outerHTML.slice(0, 120)} ends at ${one.getBoundingClientRect().right} of ${room}`);
            }""";

    private Audit() {}

    static void of(MiniApp app, String screen) {
        Frame frame = app.frame();
        frame.evaluate(axe());
        assertThat(lines(frame.evaluate(VIOLATIONS)))
                .as("axe-core on " + screen)
                .isEmpty();
        assertThat(lines(frame.evaluate(SMALL)))
                .as("too small to tap on " + screen)
                .isEmpty();
        fits(app, screen);
    }

    /** A page of a panel: axe-core finds nothing, and the page itself does not scroll sideways. */
    static void panel(Page page, String screen) {
        page.evaluate(axe());
        assertThat(lines(page.evaluate(VIOLATIONS))).as("axe-core on " + screen).isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("wider than the window on " + screen)
                .isEqualTo(0);
    }

    /** Takes a picture of a panel, as {@link #shoot(MiniApp, String)} does. */
    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Nothing is wider than the phone. */
    static void fits(MiniApp app, String screen) {
        assertThat(lines(app.frame().evaluate(WIDE)))
                .as("wider than the phone on " + screen)
                .isEmpty();
    }

    /** Takes a picture; {@code -Dscreens=docs/screens} keeps it beside the code. */
    static void shoot(MiniApp app, String name) {
        app.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static List<String> lines(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
