package ru.trenergram.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.notifications.Chats.sees;
import static ru.trenergram.support.Text.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.balances.Balances;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Person;
import ru.trenergram.support.Person.Shown;
import ru.trenergram.support.QuartzJobs;
import ru.trenergram.trainers.Roster;
import tools.jackson.databind.JsonNode;

/** {@code /my} and {@code /balance}. */
@IntegrationTest
class MyAndBalanceIntegrationTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Balances balances;

    @Autowired
    Roster roster;

    Chats chats;
    Person trainer;
    Person client;

    @BeforeEach
    void a_trainer_and_a_client() {
        chats = new Chats(application);
        trainer = chats.trainer;
        client = chats.client;
    }

    @Test
    void a_client_opens_the_live_card_from_their_list() {
        client.sends("/my");
        sees(client, "Впереди пока ничего", "Прошедшие", "В приложение");
        chats.booked();
        client.sees("Вы записаны");
        client.sends("Тренировки");
        sees(client, "✓ вт, 1 дек., 10:00–11:00 · Марина", "✓ 1 дек., 10:00 · Марина", "Прошедшие", "В приложение");
        client.presses("✓ 1 дек., 10:00 · Марина");
        Shown card = sees(client, "Тренер: Марина", "Отменить", "Перенести", "Открыть");

        JsonNode other = chats.booked(client, Map.of("starts_at", "2026-12-01T12:00:00+03:00"));
        assertThat(chats.as(client)
                        .delete(Chats.path(other) + "?version="
                                + other.path("version").asInt())
                        .status())
                .isEqualTo(200);
        client.presses("Прошедшие");
        client.sees("Прошедшие тренировки");
        assertThat(client.shown("Прошедшие тренировки").text()).contains("– вт, 1 дек., 12:00–13:00");
        assertThat(card.text()).contains("10:00–11:00");
    }

    @Test
    void long_lists_are_leafed_through_in_place() {
        for (int hour = 9; hour < 16; hour++) {
            chats.booked(client, Map.of("starts_at", "2026-12-01T%02d:00:00+03:00".formatted(hour)));
        }
        client.sends("/my");
        client.sees("Ваши тренировки");
        Shown first = client.shown("Ваши тренировки");
        assertThat(first.buttons()).hasSize(8).contains("Дальше ›").doesNotContain("‹ Назад");
        client.presses("Дальше ›");
        client.sees("14:00–15:00");
        Shown second = client.shown("Ваши тренировки");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.buttons()).hasSize(5).contains("‹ Назад").doesNotContain("Дальше ›");
        client.presses("‹ Назад");
        client.sees("09:00–10:00");
        client.pressesStray("my-c:upcoming:99");
        client.sees("Эта кнопка устарела");
        client.pressesStray("my-t:2026-12-01");
        client.sees("Эта кнопка устарела");
    }

    @Test
    void a_trainer_leafs_through_days() {
        chats.booked();
        trainer.sends("/my");
        trainer.sees("Тренировки: понедельник, 30 ноября");
        Shown today = trainer.shown("понедельник, 30 ноября");
        assertThat(today.text()).contains("В этот день тренировок нет");
        assertThat(today.buttons())
                .containsExactly("Ближайшие: вт, 1 дек.", "‹ вс, 29 нояб.", "вт, 1 дек. ›", "В приложение");
        trainer.presses("Ближайшие: вт, 1 дек.");
        trainer.sees("вторник, 1 декабря");
        Shown day = trainer.shown("вторник, 1 декабря");
        assertThat(day.id()).isEqualTo(today.id());
        assertThat(day.text()).contains("✓ вт, 1 дек., 10:00–11:00 · Алиса");
        trainer.presses("✓ 1 дек., 10:00 · Алиса");
        trainer.sees("Клиент: Алиса");
        trainer.pressesStray("my-t:tomorrow");
        trainer.sees("Эта кнопка устарела");
    }

    @Test
    void who_is_both_sees_both() {
        Person other = chats.newcomer("Олег", "ru");
        application
                .getBean(ru.trenergram.trainers.Trainers.class)
                .register(chats.id(other), Money.rubles(1000), 60, java.time.ZoneId.of("Europe/Moscow"), null);
        roster.join(chats.id(other), chats.id(trainer));
        trainer.sends("/my");
        trainer.sees("Тренировки: понедельник");
        trainer.sees("Ваши тренировки");
        trainer.sends("/balance");
        trainer.sees("Балансы клиентов");
        trainer.sees("Ваш баланс");
    }

    @InBothLanguages
    void who_is_neither_hears_how_to_begin(String language) {
        Person emily = chats.newcomer("Emily", language);
        emily.sends("/my");
        emily.sees(text("my.nobody"));
        emily.sends(text("menu.balance"));
        emily.sees(text("balance.nobody"));
        for (String stray :
                List.of("my-c:upcoming:99", "my-c:x", "my-t:2026-12-01", "my-t:tomorrow", "bal-e:x:y", "bal-e")) {
            emily.pressesStray(stray);
            emily.sees(text("telegram.old_button"));
        }
        emily.pressesStray("bal-e:999999999:");
        emily.sees(text("error.not_found"));
    }

    @InBothLanguages
    void sessions_are_leafed_through_in_the_readers_language(String language) {
        var chats = new Chats(application, language);
        Person client = chats.client;
        client.sends("/my");
        client.sees(text("my.none_upcoming"));
        for (int hour = 9; hour < 15; hour++) {
            chats.booked(client, Map.of("starts_at", "2026-12-01T%02d:00:00+03:00".formatted(hour)));
        }
        client.sends(text("menu.my"));
        client.sees(text("my.upcoming"));
        client.presses(text("my.more"));
        await().untilAsserted(() -> assertThat(client.shown(text("my.upcoming")).buttons())
                .endsWith(
                        client.reads(text("my.back")), client.reads(text("my.to_past")), client.reads(text("my.app"))));
        client.presses(text("my.to_past"));
        client.sees(text("my.none_past"));
        client.presses(text("my.to_upcoming"));
        client.sees("09:00–10:00");

        chats.trainer.sends("/my");
        chats.trainer.sees(text("my.free_day"));
        String tomorrow =
                DateTimeFormatter.ofPattern("EEE, d MMM", Locale.of(language)).format(LocalDate.of(2026, 12, 1));
        chats.trainer.presses(text("my.next", tomorrow));
        chats.trainer.sees(text("my.day", Formats.day(LocalDate.of(2026, 12, 1), Locale.of(language))));
    }

    @InBothLanguages
    void a_client_sees_why_they_were_charged(String language) throws Exception {
        var chats = new Chats(application, language);
        Person client = chats.client;
        Locale locale = Locale.of(language);
        client.sends("/balance");
        client.sees(text("balance.mine"));
        client.presses(text("balance.why", "Марина"));
        client.sees(text("balance.no_entries"));
        chats.booked();
        balances.topUp(chats.id(chats.trainer), chats.id(client), Money.rubles(100_000), "наличные <b>");
        application.getBean(MovableClock.class).moveTo(Instant.parse("2026-12-01T05:00:00Z"));
        QuartzJobs.run(application, "charge-bookings", () -> {
            assertThat(balances.withTrainers(chats.id(client), List.of(chats.id(chats.trainer))))
                    .containsEntry(chats.id(chats.trainer), Money.rubles(-150_000));
        });
        client.sends("/balance");
        String balance = "Марина: " + Formats.money(Money.rubles(-150_000), locale);
        client.sees(balance);
        client.presses(text("balance.why", "Марина"));
        assertThat(client.sees(text("ledger.charged", Formats.money(Money.rubles(250_000), locale))))
                .contains(
                        "10:00–11:00",
                        client.reads(text("ledger.why.before", 12)),
                        client.reads(text("ledger.comment", "наличные <b>")));
        client.presses(text("balance.all"));
        client.sees(balance);
        client.sends("за что?");
        client.sees(text("telegram.unknown_text"));
    }

    @InBothLanguages
    void a_trainer_sees_debts_and_what_was_paid_ahead(String language) {
        var chats = new Chats(application, language);
        Locale locale = Locale.of(language);
        Person vera = chats.clientNamed("Вера", "ru");
        chats.trainer.sends("/balance");
        chats.trainer.sees(text("balance.even"));
        balances.topUp(chats.id(chats.trainer), chats.id(chats.client), Money.rubles(500_000), null);
        balances.adjust(chats.id(chats.trainer), chats.id(vera), Money.rubles(-120_000), "долг прошлого месяца");
        chats.trainer.sends(text("menu.balance"));
        String debt = Formats.money(Money.rubles(-120_000), locale);
        String ahead = Formats.money(Money.rubles(500_000), locale);
        assertThat(chats.trainer.sees(text("balance.clients")))
                .contains(
                        chats.trainer.reads(text("balance.debts", debt)) + "\nВера: " + debt,
                        chats.trainer.reads(text("balance.ahead", ahead)) + "\nАлиса: " + ahead);
    }
}
