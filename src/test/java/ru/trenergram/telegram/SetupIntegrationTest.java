package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ru.trenergram.telegram.FakeBotApi.Call;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.CommandMenus;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Post;

/** What the service sets at Telegram by itself when it starts. */
class SetupIntegrationTest {

    private static final List<String> PROFILE =
            List.of("setmycommands", "setmydescription", "setmyshortdescription", "setchatmenubutton");
    private static final String MOVED = "--PUBLIC_URL=https://moved.example";

    private static long profileCalls(RunningBots bots) {
        return PROFILE.stream()
                .mapToLong(method -> bots.api.calls(method).size())
                .sum();
    }

    private static Stream<String> urls(RunningBots bots, String method, String pointer, Predicate<Call> filter) {
        return bots.api.calls(method).stream()
                .filter(filter)
                .map(call -> call.body().at(pointer).asText());
    }

    private static boolean isEverybodys(Call call) {
        return !call.body().has("chat_id");
    }

    private static void complete(RunningBots bots) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> bots.jdbc()
                                .sql("SELECT count(*) FROM telegram_setup WHERE what <> 'setWebhook'")
                                .query(Integer.class)
                                .single()
                        == 14);
    }

    @Test
    void what_is_set_is_set_once_and_with_another_address_what_holds_it_follows() {
        try (var bots = new RunningBots("--UPDATES=webhook")) {
            complete(bots);
            assertThat(profileCalls(bots)).isEqualTo(14);
            await().until(() -> bots.api.calls("setwebhook").size() == 2);
            long chat = bots.somebody();
            hasItsOwnButton(bots, chat);
            sendCard(bots, chat);
            long before = profileCalls(bots);
            bots.stop();

            bots.restart();
            await().until(() ->
                    "webhook".equals(bots.bean(BotsLifecycle.class).states().get("receiver-MAIN")));
            assertThat(bots.bean(BotProfile.class).publish(Bot.MAIN)).isTrue();
            bots.bean(ChatMenus.class).follow(Bot.MAIN);
            assertThat(bots.api.calls("setwebhook")).hasSize(2);
            assertThat(profileCalls(bots)).isEqualTo(before);
            bots.stop();

            bots.restart("--UPDATES=webhook", MOVED);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(urls(bots, "setwebhook", "/url", _ -> true).skip(2))
                        .containsExactlyInAnyOrder(
                                "https://moved.example/telegram/webhook/main",
                                "https://moved.example/telegram/webhook/staff");
                assertThat(urls(
                                        bots,
                                        "setchatmenubutton",
                                        "/menu_button/web_app/url",
                                        SetupIntegrationTest::isEverybodys)
                                .skip(2))
                        .containsExactly("https://moved.example/client/");
                assertThat(urls(bots, "setchatmenubutton", "/menu_button/web_app/url", call -> !isEverybodys(call)))
                        .containsExactly(
                                "https://example.org/trainer/" + chat, "https://moved.example/trainer/" + chat);
            });
            assertThat(profileCalls(bots)).as("and nothing else is set again").isEqualTo(before + 2);
            theCardLivesOn(bots, chat);
        }
    }

    private static void hasItsOwnButton(RunningBots bots, long chat) {
        bots.jdbc()
                .sql("INSERT INTO telegram_chat (bot, chat_id, updated_at) VALUES ('MAIN', ?, now())")
                .param(chat)
                .update();
        bots.bean(CommandMenus.class)
                .button(
                        Bot.MAIN,
                        chat,
                        new Button.WebApp("Open", bots.bean(Links.class).trainerApp(chat)));
        await().until(() -> urls(bots, "setchatmenubutton", "/chat_id", call -> !isEverybodys(call))
                .toList()
                .equals(List.of(Long.toString(chat))));
    }

    private static Message card(RunningBots bots, long chat, String text) {
        var app = new Button.WebApp("Open", bots.bean(Links.class).trainerApp(chat));
        return Message.of(text).with(Keyboard.Inline.column(app, new Button.Callback("Confirm", "ok:1")));
    }

    private static void sendCard(RunningBots bots, long chat) {
        bots.bean(Messenger.class)
                .send(Post.of(Bot.MAIN, chat, card(bots, chat, "new"), "card" + chat)
                        .card("booking:1"));
        await().until(() -> Load.count(bots.jdbc(), "card IS NOT NULL AND state = 'SENT'") == 1);
    }

    private static void theCardLivesOn(RunningBots bots, long chat) {
        bots.bean(Messenger.class).update(Bot.MAIN, chat, "booking:1", () -> card(bots, chat, "confirmed"));
        await().untilAsserted(() -> assertThat(bots.api.calls(chat).getLast())
                .satisfies(edit -> assertThat(edit.method()).isEqualTo("editmessagetext"))
                .satisfies(edit -> assertThat(edit.body().findValuesAsText("url"))
                        .containsExactly("https://moved.example/trainer/" + chat)));
    }

    @Test
    void a_call_that_fails_is_tried_again_alone_and_is_no_wrong_token() {
        try (var bots = new RunningBots()) {
            complete(bots);
            var profile = bots.bean(BotProfile.class);
            forget(bots);
            bots.api.refuse("setmydescription", 401, "null");
            long before = profileCalls(bots);

            assertThat(profile.publish(Bot.MAIN)).isFalse();
            assertThat(profileCalls(bots)).as("all but the refused one are set").isEqualTo(before + 6);
            assertThat(profile.publish(Bot.MAIN)).isTrue();
            assertThat(profileCalls(bots)).isEqualTo(before + 7);
            assertThat(bots.bean(TelegramHealthIndicator.class)
                            .health()
                            .getStatus()
                            .getCode())
                    .isEqualTo("UP");
        }
    }

    @Test
    void telegram_is_left_alone_for_as_long_as_it_says() {
        try (var bots = new RunningBots()) {
            complete(bots);
            var profile = bots.bean(BotProfile.class);
            forget(bots);
            bots.api.refuse("setmydescription", 429, "{\"retry_after\":600}");
            assertThat(profile.publish(Bot.MAIN)).isFalse();
            long before = profileCalls(bots);

            bots.clock.advance(Duration.ofSeconds(599));
            assertThat(profile.publish(Bot.MAIN)).isFalse();
            assertThat(profileCalls(bots)).isEqualTo(before);
            bots.clock.advance(Duration.ofSeconds(1));
            assertThat(profile.publish(Bot.MAIN)).isTrue();
            assertThat(profileCalls(bots)).isEqualTo(before + 1);
        }
    }

    private static void forget(RunningBots bots) {
        bots.jdbc().sql("DELETE FROM telegram_setup WHERE bot_id = 1").update();
    }

    @Test
    void a_webhook_that_somebody_else_removed_is_set_again() {
        try (var bots = new RunningBots("--UPDATES=webhook")) {
            await().until(() -> bots.api.calls("setwebhook").size() == 2);
            bots.stop();
            bots.api.setWebhook("");

            bots.restart();
            await().until(() -> bots.api.calls("setwebhook").size() == 3);
        }
    }
}
