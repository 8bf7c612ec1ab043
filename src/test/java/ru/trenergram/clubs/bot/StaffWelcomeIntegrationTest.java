package ru.trenergram.clubs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.StaffCommands;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;

/** What the staff bot offers to whom, and that it keeps to it. */
class StaffWelcomeIntegrationTest extends StaffBotTest {

    @Autowired
    StaffCommands commands;

    @ParameterizedTest
    @EnumSource
    void a_command_serves_those_whose_menu_shows_it_and_no_others(StaffRole role) {
        Person member = member(club("Атлант", "PRO", somebody("Марина")), role, "Пётр");
        List<String> own = commands.of(id(member));

        member.sends("/login");
        member.sees(own.contains("login") ? "ссылка для входа" : "панель для этого не нужна");
        member.sends("/today");
        member.sees(own.contains("today") ? "Сегодня тренировок нет" : "Сводка дня — для владельцев");
        member.sends("/invite");
        member.sees(own.contains("invite") ? "Кого вы приглашаете" : "Приглашать сотрудников могут");
        member.sends("/newclub");
        member.sees("Как он называется?");
        member.sends("/cancel");
        member.sees("Хорошо, остановились");
        member.sends("/help");
        assertThat(member.sees("Вы в команде")).contains("• Атлант — ").contains(own);
    }

    @Test
    void strangers_hear_in_their_language_what_is_for_them() {
        Person emily = somebody("Emily", "en");
        emily.sends("/login");
        emily.sees("The panel is for the staff of clubs");
        emily.sends("/today");
        emily.sees("You are not among them yet");
        emily.sends("/invite");
        emily.sees("Owners and managers of clubs invite");
        emily.sends("good morning");
        emily.sees("I did not understand that");
        assertThat(emily.menu()).containsExactly("newclub", "help", "cancel");
    }

    @Test
    void a_superadmin_has_the_panel_without_a_club() {
        Person admin = superadmin(2);
        admin.sends("/help");
        admin.sees("Applications of clubs and alerts of the platform arrive here");
        admin.sends("/login");
        admin.sees("Your link to the panel");
    }
}
