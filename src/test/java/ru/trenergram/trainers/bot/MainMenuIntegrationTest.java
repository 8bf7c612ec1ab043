package ru.trenergram.trainers.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;

import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;

/** What always stands in a chat: keys, commands, the menu button; by role and language. */
class MainMenuIntegrationTest extends MainBotTest {

    /** In the address behind the menu button of a client; newcomers have everybody's. */
    private static final String OWN_APP = "/client/7";

    @Test
    void commands_and_menu_button_follow_the_roles_of_a_person() {
        Person anna = somebody("Анна", "ru");
        eventually(() -> assertThat(anna.menu()).containsExactly("start", "settings", "support", "help", "cancel"));
        assertThat(anna.menuButton()).doesNotContain(OWN_APP);

        Person igor = trainer("Игорь", "ru");
        eventually(() -> assertThat(igor.menu())
                .containsExactly(
                        "cabinet",
                        "my",
                        "balance",
                        "my_link",
                        "qr",
                        "invite",
                        "clubs",
                        "settings",
                        "support",
                        "help",
                        "cancel"));
        eventually(() -> assertThat(igor.menuButton()).endsWith("/trainer/" + igor.telegramId()));

        roster.join(id(igor), id(anna));
        eventually(() -> assertThat(anna.menu())
                .containsExactly("cabinet", "my", "balance", "settings", "support", "help", "cancel"));
        eventually(() -> assertThat(anna.menuButton()).endsWith("/client/" + anna.telegramId()));

        roster.leave(id(igor), id(anna));
        eventually(() -> assertThat(anna.menu()).containsExactly("start", "settings", "support", "help", "cancel"));
        eventually(() -> assertThat(anna.menuButton()).doesNotContain(OWN_APP));
    }

    @Test
    void the_keyboard_is_that_of_the_role() {
        Person igor = trainer("Игорь", "ru");
        igor.sends("/start");
        igor.sees("С возвращением");
        assertThat(igor.keys())
                .containsExactly("Тренировки", "Баланс", "Моя ссылка", "QR-код", "Настройки", "Поддержка");

        Person emily = client(igor, "Emily", "en");
        emily.sends("/start");
        emily.sees("Welcome back");
        assertThat(emily.keys()).containsExactly("Sessions", "Balance", "Settings", "Support");
    }

    @Test
    void every_key_is_understood_in_both_languages() {
        Person igor = trainer("Игорь", "ru");
        Map.of(
                        "Тренировки", "Тренировки: понедельник",
                        "Sessions", "Тренировки: понедельник",
                        "Баланс", "Балансы клиентов",
                        "Balance", "Балансы клиентов",
                        "Моя ссылка", "Ваша личная ссылка",
                        "My link", "Ваша личная ссылка",
                        "QR code", "Ваш QR-код",
                        "Settings", "Напоминания клиентам включены")
                .forEach((key, answer) -> {
                    igor.sends(key);
                    igor.sees(answer);
                });
    }

    @InBothLanguages
    void another_language_changes_the_question_and_the_keys_of_an_open_dialog(String language) {
        String other = language.equals("ru") ? "en" : "ru";
        Person anna = somebody("Анна", language);
        anna.presses(text("welcome.i_am_trainer"));
        anna.sees(text("registration.contact"));
        anna.sends("/settings");
        anna.sees(text("settings.client"));
        anna.presses(text("settings.language." + other));
        anna.speaks(other);
        anna.sees(text("settings.spoken"));
        anna.sees(text("registration.contact"));
        assertThat(anna.keys()).containsExactly(anna.reads(text("contact.share")), anna.reads(text("telegram.back")));
        anna.sends("?");
        anna.sees(text("registration.contact_expected"));
        eventually(() ->
                assertThat(anna.described("support")).isEqualTo(anna.reads(text("telegram.commands.main.support"))));
    }

    @InBothLanguages
    void the_language_chosen_in_one_bot_is_that_of_the_other(String language) {
        String other = language.equals("ru") ? "en" : "ru";
        Person anna = somebody("Анна", language);
        Person inStaffBot = anna.inStaffBot();
        inStaffBot.sends("/start");
        inStaffBot.sees(text("staff.stranger"));
        inStaffBot.sends("/settings");
        inStaffBot.sees(text("staff.settings"));
        inStaffBot.presses(text("settings.language." + other));
        inStaffBot.speaks(other);
        inStaffBot.sees(text("settings.spoken"));
        assertThat(inStaffBot.shown(text("staff.settings")).buttons())
                .containsExactlyInAnyOrder(
                        "✓ " + inStaffBot.reads(text("settings.language." + other)),
                        inStaffBot.reads(text("settings.language." + language)));
        eventually(() -> assertThat(inStaffBot.described("support"))
                .isEqualTo(inStaffBot.reads(text("telegram.commands.staff.support"))));
        anna.speaks(other);
        anna.sends("?");
        anna.sees(text("telegram.unknown_text"));
    }

    @Test
    void another_language_changes_words_keys_and_commands() {
        Person igor = trainer("Игорь", "ru");
        igor.sends("/settings");
        igor.sees("Тихие часы: 22:00–08:00");
        assertThat(igor.shown("Тихие часы").buttons()).containsExactly("✓ Русский", "English", "Все настройки");

        igor.presses("English");
        igor.sees("We speak English now");
        assertThat(igor.shown("Quiet hours").buttons()).containsExactly("Русский", "✓ English", "All settings");
        assertThat(igor.keys()).startsWith("Sessions", "Balance");
        igor.sends("Тренировки");
        igor.sees("Sessions: Monday");
        igor.sends("/nonsense");
        igor.sees("There is no such command");
        eventually(() -> assertThat(igor.described("qr")).isEqualTo("QR code of your personal link"));

        igor.presses("Русский");
        igor.sees("Теперь говорим по-русски");
        assertThat(igor.keys()).startsWith("Тренировки", "Баланс");
    }

    @Test
    void a_language_button_that_nobody_made_says_so() {
        Person igor = trainer("Игорь", "ru");
        igor.pressesStray("language:de");
        igor.sees("Эта кнопка устарела");
    }

    @Test
    void a_key_in_the_middle_of_a_dialog_is_no_answer_to_it() {
        Person alice = client(trainer("Игорь", "ru"), "Алиса", "ru");
        alice.sends("/start");
        alice.presses("Я тоже тренер");
        alice.sharesContact();
        alice.presses("Работаю самостоятельно");
        alice.sees("Сколько стоит");
        alice.sends("Баланс");
        alice.sees("Ваш баланс");
        alice.sends("1000");
        alice.sees("Сколько длится");
        alice.sends("/cancel");
        alice.sees("остановились");
        assertThat(alice.keys()).startsWith("Тренировки", "Баланс");
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
