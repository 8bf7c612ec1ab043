package ru.trenergram.e2e;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A person's chat with a bot on the simulator's page, and the Mini App in the frame over it. */
final class Chat {

    /** The Mini Apps take two presses within 0.4 s for a double tap. */
    private static final Locator.ClickOptions AT_A_PERSONS_PACE = new Locator.ClickOptions().setDelay(500);

    private final Page page;

    Chat(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void says(String text) {
        page.getByLabel("Сообщение").fill(text);
        page.keyboard().press("Enter");
    }

    /** Waits for a message with this text; an earlier one does not count. */
    void sees(String text) {
        message(text).last().waitFor();
    }

    Locator message(String text) {
        return page.getByRole(AriaRole.LOG).getByText(text);
    }

    /** The newest button of this name: under a message, in place of the keyboard, or in a dialog. */
    void presses(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last()
                .click();
    }

    void sharesContactOf(String person) {
        presses("Прикрепить");
        page.getByText("Чужой контакт").click();
        presses(person);
    }

    void sharesOwnContact() {
        presses("Поделиться номером");
        presses("Поделиться");
    }

    /** Opens a Mini App from a button in the chat. */
    FrameLocator opens(String button) {
        presses(button);
        return page.frameLocator("iframe");
    }

    /** Telegram's own button under the Mini App. */
    void pressesMainButton(String text) {
        page.locator("[data-button=main]").and(page.getByText(text)).click(AT_A_PERSONS_PACE);
    }

    void closesApp() {
        page.locator(".mini-app")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Закрыть")))
                .click();
        page.locator("iframe")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }
}
