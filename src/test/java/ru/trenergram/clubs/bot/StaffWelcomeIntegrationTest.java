package ru.trenergram.clubs.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.trenergram.support.Text.text;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.StaffCommands;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MessageBundles;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** What the staff bot offers to whom, and that it keeps to it. */
class StaffWelcomeIntegrationTest extends StaffBotTest {

    @Autowired
    StaffCommands commands;

    static Stream<Arguments> rolesInBothLanguages() {
        return Stream.of(StaffRole.values())
                .flatMap(role -> MessageBundles.LANGUAGES.stream().map(language -> Arguments.of(role, language)));
    }

    @ParameterizedTest
    @MethodSource("rolesInBothLanguages")
    void a_command_serves_those_whose_menu_shows_it_and_no_others(StaffRole role, String language) {
        Person member = member(club("Атлант", "PRO", somebody("Марина")), role, "Пётр", language);
        List<String> own = commands.of(id(member));

        member.sends("/login");
        member.sees(text(own.contains("login") ? "staff.login" : "staff.no_panel_cashier"));
        member.sends("/today");
        member.sees(text(own.contains("today") ? "today.nothing" : "today.no_club"));
        member.sends("/qr");
        member.sees(own.contains("qr") ? text("qr.club.picture") : text("qr.club.not_allowed"));
        member.sends("/invite");
        member.sees(text(own.contains("invite") ? "invite.which_role" : "invite.not_allowed"));
        member.sends("/newclub");
        member.sees(text("newclub.name"));
        member.sends("/cancel");
        member.sees(text("telegram.cancelled"));
        member.sends("/help");
        assertThat(member.sees(text("staff.welcome")))
                .contains("• Атлант — " + member.reads(text(role.messageKey())))
                .contains(own);
    }

    @InBothLanguages
    void strangers_hear_what_is_for_them(String language) {
        Person emily = somebody("Emily", language);
        emily.sends("/login");
        emily.sees(text("staff.no_panel"));
        emily.sends("/today");
        emily.sees(text("today.no_club"));
        emily.sends("/qr");
        emily.sees(text("qr.club.not_allowed"));
        emily.sends("/invite");
        emily.sees(text("invite.not_allowed"));
        emily.sends("good morning");
        emily.sees(text("telegram.unknown_text"));
        emily.sends("/nonsense");
        emily.sees(text("telegram.unknown_command"));
        emily.edits("good evening");
        emily.sees(text("telegram.edited"));
        emily.sharesContact();
        emily.sees(text("telegram.unknown_thing"));
        await().untilAsserted(() ->
                assertThat(emily.menu()).containsExactly("newclub", "settings", "support", "help", "cancel"));
    }

    @InBothLanguages
    void a_superadmin_has_the_panel_without_a_club(String language) {
        Person admin = superadmin(language);
        admin.sends("/help");
        admin.sees(text("staff.welcome_superadmin"));
        admin.sends("/login");
        admin.sees(text("staff.login"));
    }
}
