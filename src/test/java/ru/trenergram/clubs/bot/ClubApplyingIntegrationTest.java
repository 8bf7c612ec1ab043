package ru.trenergram.clubs.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.trenergram.support.Together.atOnce;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.ClubApplication.Details;
import ru.trenergram.clubs.ClubApplications;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.security.Caller;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** A club comes to the platform: the application, the super-admins' decision, what the applicant hears. */
class ClubApplyingIntegrationTest extends StaffBotTest {

    @Autowired
    ClubApplications applications;

    Person russianAdmin;
    Person englishAdmin;

    @BeforeEach
    void two_superadmins() {
        russianAdmin = superadmin(1);
        englishAdmin = superadmin(2);
    }

    @Test
    void a_club_is_applied_for_and_approved_and_its_applicant_owns_it() {
        Person irina = somebody("Ирина");
        applyInChat(irina, "Волна " + irina.telegramId());

        russianAdmin.sees("Новый клуб: Волна " + irina.telegramId());
        String asked = englishAdmin.sees("New club: Волна " + irina.telegramId());
        assertThat(asked).contains("Екатеринбург, ул. Малышева, 1", "Asia/Yekaterinburg", "Ирина", "+7");
        russianAdmin.presses("Одобрить");
        russianAdmin.sees("подключён, владелец узнает");

        irina.sees("вы его владелец");
        Membership place = staff.memberships(id(irina)).getFirst();
        assertThat(place.role()).isEqualTo(StaffRole.OWNER);
        assertThat(place.club())
                .extracting(ClubInfo::city, ClubInfo::timezone)
                .containsExactly("Екатеринбург", ZoneId.of("Asia/Yekaterinburg"));
        irina.sends("/login");
        irina.sees("ссылка для входа");

        englishAdmin.presses("Approve");
        englishAdmin.sees("Decided already");
        assertThat(staff.memberships(id(irina))).hasSize(1);
    }

    @Test
    void a_refusal_needs_a_reason_which_the_applicant_reads() {
        Person irina = somebody("Ирина");
        String name = "Тень " + irina.telegramId();
        applyInChat(irina, name);

        englishAdmin.sees(name);
        englishAdmin.presses("Refuse");
        englishAdmin.sees("Why do we refuse");
        englishAdmin.sendsSticker();
        englishAdmin.sees("I am waiting for the reason as text");
        englishAdmin.sends("?");
        englishAdmin.sees("I am waiting for the reason as text");
        englishAdmin.sends("Нет такого <адреса>");
        englishAdmin.sees("was refused, and the reason passed on");

        irina.sees("Причина: Нет такого <адреса>");
        russianAdmin.sees(name);
        russianAdmin.presses("Отказать");
        russianAdmin.sees("Уже решено: клубу «" + name + "» отказано. Решение: Admin");
        assertThat(staff.memberships(id(irina))).isEmpty();

        applyInChat(irina, name + " снова");
        russianAdmin.sees(name + " снова");
    }

    @Test
    void every_step_says_what_it_expects_and_loses_nothing() {
        Person emily = somebody("Emily", "en");
        emily.sends("/newclub");
        emily.sees("What is its name?");
        emily.sendsSticker();
        emily.sees("I am waiting for the name as text");
        emily.sends("X");
        emily.sees("I am waiting for the name as text");
        emily.sends("  The   Wave ");
        emily.sees("In which city");
        emily.sends("y".repeat(101));
        emily.sees("I am waiting for the city as text");
        emily.sends("Nowhere");
        emily.sees("What is its address?");
        emily.sharesContact();
        emily.sees("I am waiting for the address as text");
        emily.sends("Main street, 1");
        emily.sees("What time is it at the club now?");
        emily.sends("half past ten");
        emily.sees("I do not know that time zone");
        emily.sends("/help");
        emily.sees("/newclub");
        emily.sends("Omsk");
        emily.sees("Time at the club: 15:00 (GMT+6)");
        emily.sees("How do we reach you?");
        emily.sendsSticker();
        emily.sees("I am waiting for a number or a few words");
        emily.presses("15:00 (GMT+6)");
        emily.sees("This button is out of date");
        emily.sends("Skip");
        emily.sees("The Wave\nNowhere, Main street, 1");
        emily.sends("yes");
        emily.sees("Is all of it right?");
        emily.presses("Another time");
        emily.sees("What time is it at the club now?");
        emily.presses("12:00 (GMT+3)");
        emily.sees("Time at the club: 12:00 (GMT+3)");
        emily.sees("Contact: –");
        emily.presses("Send the application");
        emily.sees("The application of “The Wave” is sent");
        emily.presses("Send the application");
        emily.sees("This button is out of date");
    }

    @Test
    void a_person_has_one_open_application() throws Exception {
        Person irina = somebody("Ирина");
        long applicant = id(irina);

        List<Boolean> sent = atOnce(IntStream.range(0, 5)
                .<Callable<Boolean>>mapToObj(n -> () -> applications.apply(applicant, details("Волна")))
                .toList());

        assertThat(sent).containsOnlyOnce(true);
        irina.sends("/newclub");
        irina.sees("Заявка клуба «Волна» уже у нас");
    }

    @Test
    void of_two_superadmins_at_once_one_decides() throws Exception {
        long applicant = id(somebody("Ирина"));
        applications.apply(applicant, details("Спор"));
        long application = applications.open(applicant).orElseThrow().id();
        var first = new Caller(id(russianAdmin), russianAdmin.telegramId());
        var second = new Caller(id(englishAdmin), englishAdmin.telegramId());

        List<Boolean> decided = atOnce(List.<Callable<Boolean>>of(
                () -> applications.approve(first, application),
                () -> applications.refuse(second, application, "нет"),
                () -> applications.approve(second, application),
                () -> applications.refuse(first, application, "нет")));

        assertThat(decided).containsOnlyOnce(true);
        assertThat(staff.memberships(applicant)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void nobody_else_decides() {
        Person irina = somebody("Ирина");
        applications.apply(id(irina), details("Своя"));
        long application = applications.open(id(irina)).orElseThrow().id();
        var herself = new Caller(id(irina), irina.telegramId());

        assertThatThrownBy(() -> applications.approve(herself, application)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> applications.refuse(herself, application, "нет"))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> applications.toDecide(herself, application)).isInstanceOf(DomainException.class);
    }

    private void applyInChat(Person irina, String name) {
        irina.sends("/newclub");
        irina.sees("Как он называется?");
        irina.sends(name);
        irina.sees("В каком он городе?");
        irina.sends("Екатеринбург");
        irina.sees("Какой у него адрес?");
        irina.sends("ул. Малышева, 1");
        irina.sees("Как с вами связаться?");
        irina.sharesContact();
        irina.sees("Время в клубе: 14:00 (GMT+5)");
        irina.presses("Отправить заявку");
        irina.sees("отправлена");
    }

    private static Details details(String name) {
        return new Details(name, "Москва", "Тверская, 1", MOSCOW, null);
    }
}
