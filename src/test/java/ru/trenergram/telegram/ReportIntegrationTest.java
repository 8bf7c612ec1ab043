package ru.trenergram.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.trenergram.support.MovableClock;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.CommandMenus;
import ru.trenergram.telegram.spi.TransportReport;
import ru.trenergram.telegram.spi.TransportReport.Lost;

/** What the transport tells of itself, and the menus of single chats. */
class ReportIntegrationTest {

    private RunningBots bots;

    @BeforeEach
    void start() {
        bots = new RunningBots();
    }

    @AfterEach
    void stop() {
        bots.close();
    }

    @Test
    void a_connection_is_lost_from_the_first_failure_until_the_next_success() {
        var report = bots.bean(Report.class);
        await().untilAsserted(() -> assertThat(known()).isEqualTo(2));
        assertThat(report.lost(Bot.MAIN)).isEmpty();

        bots.api.close();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(report.lost(Bot.MAIN))
                        .get()
                        .extracting(Lost::since)
                        .isEqualTo(MovableClock.START));
        bots.clock.advance(Duration.ofMinutes(1));

        bots.bean(Report.class).connection(Bot.MAIN, "another reason");
        assertThat(report.lost(Bot.MAIN)).get().extracting(Lost::since).isEqualTo(MovableClock.START);
        assertThat(bots.bean(TransportReport.class).bots()).containsExactly(Bot.MAIN, Bot.STAFF);
    }

    @Test
    void a_menu_is_sent_when_it_changes_and_to_those_who_have_written() {
        var menus = bots.bean(CommandMenus.class);
        menus.show(Bot.MAIN, 4242, Locale.ENGLISH, List.of("start"));
        bots.jdbc()
                .sql("INSERT INTO telegram_chat (bot, chat_id, updated_at) VALUES ('MAIN', 4242, now())")
                .update();

        menus.show(Bot.MAIN, 4242, Locale.ENGLISH, List.of("start"));
        menus.show(Bot.MAIN, 4242, Locale.ENGLISH, List.of("start"));
        menus.show(Bot.MAIN, 4242, Locale.ENGLISH, List.of("start", "cancel"));

        await().untilAsserted(() -> assertThat(bots.jdbc()
                        .sql("SELECT state FROM telegram_outbox WHERE method = 'setMyCommands'")
                        .query(String.class)
                        .list())
                .containsExactly("SENT", "SENT"));
    }

    private int known() {
        return bots.jdbc()
                .sql("SELECT count(*) FROM telegram_connection")
                .query(Integer.class)
                .single();
    }
}
