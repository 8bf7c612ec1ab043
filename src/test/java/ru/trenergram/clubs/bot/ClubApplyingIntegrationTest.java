package ru.trenergram.clubs.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.trenergram.support.Text.text;
import static ru.trenergram.support.Together.atOnce;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Formats;
import ru.trenergram.clubs.ClubApplication.Details;
import ru.trenergram.clubs.ClubApplications;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.security.Caller;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** A club comes to the platform: the application, the super-admins' decision, what the applicant hears. */
class ClubApplyingIntegrationTest extends StaffBotTest {

    private static final String ZONE = "Asia/Yekaterinburg";

    @Autowired
    ClubApplications applications;

    Person russianAdmin;
    Person englishAdmin;

    @BeforeEach
    void two_superadmins() {
        russianAdmin = superadmin("ru");
        englishAdmin = superadmin("en");
    }

    @InBothLanguages
    void a_club_is_applied_for_and_approved_and_its_applicant_owns_it(String language) {
        Person irina = somebody("Ирина", language);
        String name = "Волна " + irina.telegramId();
        applyInChat(irina, name);

        russianAdmin.sees(
                text("notify.club_applied", name, "Екатеринбург", "ул. Малышева, 1", ZONE, "Ирина", phone(irina)));
        englishAdmin.sees(
                text("notify.club_applied", name, "Екатеринбург", "ул. Малышева, 1", ZONE, "Ирина", phone(irina)));
        russianAdmin.presses(text("staff.application.approve"));
        russianAdmin.sees(text("staff.application.approved", name));

        irina.sees(text("notify.club_approved", name));
        Membership place = staff.memberships(id(irina)).getFirst();
        assertThat(place.role()).isEqualTo(StaffRole.OWNER);
        assertThat(place.club())
                .extracting(ClubInfo::city, ClubInfo::timezone)
                .containsExactly("Екатеринбург", ZoneId.of(ZONE));
        irina.sends("/login");
        irina.sees(text("staff.login"));

        englishAdmin.presses(text("staff.application.approve"));
        englishAdmin.sees(text("staff.application.approved_before", name, "Админ"));
        englishAdmin.pressesStray("club-approve:x");
        englishAdmin.sees(text("telegram.old_button"));
        assertThat(staff.memberships(id(irina))).hasSize(1);
    }

    @InBothLanguages
    void a_refusal_needs_a_reason_which_the_applicant_reads(String language) {
        Person admin = language.equals("ru") ? russianAdmin : englishAdmin;
        Person other = language.equals("ru") ? englishAdmin : russianAdmin;
        Person irina = somebody("Ирина", language);
        String name = "Тень " + irina.telegramId();
        applyInChat(irina, name);

        admin.sees(name);
        admin.presses(text("staff.application.refuse"));
        admin.sees(text("staff.application.reason", name));
        admin.sendsSticker();
        admin.sees(text("staff.application.reason_expected"));
        admin.sends("?");
        admin.sees(text("staff.application.reason_expected"));
        admin.sends("x".repeat(501));
        admin.sees(text("staff.application.reason_expected"));
        admin.sends("/cancel");
        admin.sees(text("telegram.cancelled"));
        admin.presses(text("staff.application.refuse"));
        admin.sees(text("staff.application.reason", name));
        admin.sends("Нет такого <адреса>");
        admin.sees(text("staff.application.refused", name));

        irina.sees(text("notify.club_refused", name, "Нет такого <адреса>"));
        other.sees(name);
        other.presses(text("staff.application.refuse"));
        other.sees(text("staff.application.refused_before", name, language.equals("ru") ? "Админ" : "Admin"));
        assertThat(staff.memberships(id(irina))).isEmpty();

        applyInChat(irina, name + " снова");
        other.sees(name + " снова");
    }

    @InBothLanguages
    void every_step_says_what_it_expects_and_loses_nothing(String language) {
        Person emily = somebody("Emily", language);
        emily.sends("/newclub");
        emily.sees(text("newclub.name"));
        emily.sendsSticker();
        emily.sees(text("newclub.name_expected"));
        emily.sends("X");
        emily.sees(text("newclub.name_expected"));
        emily.sends("  The   Wave ");
        emily.sees(text("newclub.city"));
        emily.sends("y".repeat(101));
        emily.sees(text("newclub.city_expected"));
        emily.sends("Nowhere");
        emily.sees(text("newclub.address"));
        emily.sharesContact();
        emily.sees(text("newclub.address_expected"));
        emily.sends("Main street, 1");
        emily.sees(text("newclub.zone"));
        emily.sends("half past ten");
        emily.sees(text("newclub.zone_expected"));
        emily.sendsLocation();
        emily.sees(text("newclub.zone_expected"));
        emily.sends("/help");
        emily.sees("/newclub");
        emily.sends("Omsk");
        emily.sees(text("newclub.zone_chosen", "15:00 (GMT+6)"));
        emily.sees(text("newclub.contact"));
        emily.sendsSticker();
        emily.sees(text("newclub.contact_expected"));
        emily.presses("15:00 (GMT+6)");
        emily.sees(text("telegram.old_button"));
        emily.sends(text("contact.skip"));
        emily.sees(text("newclub.almost"));
        emily.sees(text("newclub.check", "The Wave", "Nowhere", "Main street, 1", "15:00 (GMT+6)", "–"));
        emily.sends("yes");
        emily.sees(text("newclub.check", "The Wave", "Nowhere", "Main street, 1", "15:00 (GMT+6)", "–"));
        emily.presses(text("newclub.other_zone"));
        emily.sees(text("newclub.zone"));
        emily.presses("12:00 (GMT+3)");
        emily.sees(text("newclub.zone_chosen", "12:00 (GMT+3)"));
        emily.sees(text("newclub.check", "The Wave", "Nowhere", "Main street, 1", "12:00 (GMT+3)", "–"));
        emily.presses(text("newclub.send"));
        emily.sees(text("newclub.sent", "The Wave"));
    }

    @InBothLanguages
    void at_every_question_there_is_a_way_back_to_the_one_before(String language) {
        Person irina = somebody("Ирина", language);
        irina.sends(text("telegram.back"));
        irina.sees(text("newclub.nothing_asked"));
        irina.sends("/newclub");
        irina.sees(text("newclub.name"));
        irina.sends("Вална");
        irina.sees(text("newclub.city"));
        irina.presses(text("telegram.back"));
        irina.sees(text("newclub.name"));
        irina.sends("Волна");
        irina.sends("Омск");
        irina.sees(text("newclub.address"));
        irina.presses(text("telegram.back"));
        irina.sees(text("newclub.city"));
        irina.sends("Китеж");
        irina.sends("Ленина, 1");
        irina.sees(text("newclub.zone"));
        irina.presses(text("telegram.back"));
        irina.sees(text("newclub.address"));
        irina.sends("Ленина, 2");
        irina.sends("Омск");
        irina.sees(text("newclub.contact"));
        irina.sends(text("telegram.back"));
        irina.sees(text("newclub.back"));
        irina.sees(text("newclub.address"));
        assertThat(irina.keys()).isEmpty();
        irina.sends("Ленина, 3");
        irina.sees(text("newclub.zone"));
        irina.sends("Омск");
        irina.sends("звоните");
        irina.sees(text("newclub.check", "Волна", "Китеж", "Ленина, 3", "15:00 (GMT+6)", "звоните"));
        irina.presses(text("telegram.back"));
        irina.sees(text("telegram.old_button"));
        irina.presses(text("newclub.again"));
        irina.sees(text("newclub.name"));
        irina.sends("/cancel");
        irina.sees(text("telegram.cancelled"));
    }

    @Test
    void what_was_sent_once_is_not_sent_again() {
        Person irina = somebody("Ирина");
        applyInChat(irina, "Волна");
        irina.pressesStray("club-send");
        irina.sees(text("telegram.old_button"));
        irina.pressesStray("club-back:CITY");
        irina.sees(text("telegram.old_button"));
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
        irina.sees(text("newclub.open", "Волна"));
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
        irina.sees(text("newclub.name"));
        irina.sends(name);
        irina.sees(text("newclub.city"));
        irina.sends("Екатеринбург");
        irina.sees(text("newclub.address"));
        irina.sends("ул. Малышева, 1");
        irina.sees(text("newclub.contact"));
        irina.sharesContact();
        irina.sees(text("newclub.check", name, "Екатеринбург", "ул. Малышева, 1", "14:00 (GMT+5)", phone(irina)));
        irina.presses(text("newclub.send"));
        irina.sees(text("newclub.sent", name));
    }

    private static String phone(Person person) {
        return Formats.phone("+" + person.phone());
    }

    private static Details details(String name) {
        return new Details(name, "Москва", "Тверская, 1", MOSCOW, null);
    }
}
