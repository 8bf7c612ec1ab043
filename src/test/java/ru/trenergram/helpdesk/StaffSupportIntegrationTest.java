package ru.trenergram.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** From the staff of a club to the super-admins and back. */
class StaffSupportIntegrationTest extends StaffBotTest {

    @Autowired
    JdbcClient jdbc;

    Person russianAdmin;
    Person englishAdmin;
    Person owner;
    long club;

    @BeforeEach
    void a_club_and_two_superadmins() {
        russianAdmin = superadmin("ru");
        englishAdmin = superadmin("en");
        owner = somebody("Марина");
        club = club("Атлант", "PRO", owner);
    }

    @AfterEach
    void they_can_be_reached() {
        russianAdmin.blocks(false);
        englishAdmin.blocks(false);
    }

    @InBothLanguages
    void every_superadmin_is_asked_and_hears_who_has_answered(String language) {
        Person vera = member(club, StaffRole.CASHIER, "Вера", language);
        vera.sends("/support");
        vera.sees(text("support.ask"));
        vera.sends("Касса не сходится");
        vera.sees(text("support.passed_on"));

        String question = russianAdmin.sees("Касса не сходится");
        assertThat(question).contains("Вера", russianAdmin.reads(text("panel.role.cashier")), "«Атлант»");
        assertThat(englishAdmin.sees("Касса не сходится")).contains("Question to support", "“Атлант”, Cashier");
        known(russianAdmin);
        russianAdmin.replies("Касса не сходится", "Пересчитайте");
        assertThat(vera.sees(text("support.answer"))).contains("Пересчитайте");
        englishAdmin.sees(text("support.answered", "Вера", "Админ"));
        vera.presses(text("support.again"));
        vera.sees(text("support.ask"));
        vera.sends("/cancel");
        vera.sees(text("telegram.cancelled"));
    }

    @InBothLanguages
    void a_photo_is_seen_by_those_who_answer(String language) {
        Person vera = member(club, StaffRole.MARKETING, "Вера", language);
        vera.sends("/support");
        vera.sees(text("support.ask"));
        vera.sendsThing("photo");
        vera.sees(text("support.passed_on"));
        russianAdmin.sees("Вера");
        await().untilAsserted(
                        () -> assertThat(russianAdmin.chat().getLast().text()).isEmpty());
    }

    @Test
    void a_superadmin_asks_the_others() {
        russianAdmin.sends("/support Кто дежурит?");
        russianAdmin.sees(text("support.passed_on"));
        assertThat(englishAdmin.sees("Кто дежурит?")).contains("no role");
    }

    @Test
    void only_when_no_superadmin_can_be_reached_the_question_comes_back() {
        russianAdmin.blocks(true);
        owner.sends("/support Раз");
        owner.sees(text("support.passed_on"));
        englishAdmin.sees("Раз");
        englishAdmin.blocks(true);
        owner.sends("/support Два");
        owner.sees(text("support.passed_on"));
        owner.sees(text("support.not_delivered"));
        assertThat(owner.chat().stream()
                        .filter(message -> message.text().equals(owner.reads(text("support.not_delivered")))))
                .hasSize(1);
    }

    @Test
    void a_question_in_the_middle_of_an_application_costs_nothing_of_it() {
        owner.sends("/newclub");
        owner.sends("Волна");
        owner.sees(text("newclub.city"));
        owner.sends("/support А филиал можно?");
        owner.sees(text("support.passed_on"));
        owner.sees(text("newclub.city"));
        owner.sends("/support");
        owner.sees(text("support.ask"));
        owner.sends("И второй?");
        owner.sees(text("support.passed_on"));
        owner.sees(text("newclub.city"));
        owner.sends("Омск");
        owner.sees(text("newclub.address"));
        owner.sends("/cancel");
        owner.sees(text("telegram.cancelled"));
    }

    /** What stands in a chat is known to do so: nobody answers faster. */
    private void known(Person admin) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("""
                                SELECT count(*) = 0 FROM support_request r
                                WHERE NOT EXISTS (SELECT FROM support_message m
                                                  WHERE m.request_id = r.id AND m.bot = 'STAFF' AND m.chat_id = ?)
                                  AND id = (SELECT max(id) FROM support_request)
                                """)
                        .param(admin.telegramId())
                        .query(Boolean.class)
                        .single());
    }
}
