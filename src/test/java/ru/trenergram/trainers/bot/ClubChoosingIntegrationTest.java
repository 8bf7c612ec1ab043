package ru.trenergram.trainers.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Text.text;

import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;

/** {@code /clubs}: a trainer comes to one more club. */
class ClubChoosingIntegrationTest extends MainBotTest {

    @Autowired
    Clubs clubs;

    @Autowired
    ClubTrainers clubTrainers;

    @InBothLanguages
    void a_trainer_applies_to_a_club_and_sees_what_has_become_of_it(String language) {
        Person owner = somebody("Олег", language).inStaffBot();
        owner.sends("/start");
        String name = "Ещё клуб " + language;
        long club = clubs.found(name, "Москва", "Лесная, 7", MOSCOW, "FREE", id(owner));
        Person igor = trainer("Игорь", language);

        igor.sends("/clubs");
        igor.sees(text("clubs.none"));
        igor.presses(text("clubs.add"));
        igor.sees(text("clubs.choose"));
        igor.sendsSticker();
        igor.sees(text("clubs.choose"));
        igor.sends("Атлантида <b>");
        igor.sees(text("clubs.not_found", "Атлантида <b>"));
        igor.sends("ещё клуб " + language);
        igor.sees(text("registration.clubs_found"));
        igor.presses(name + " · Москва");
        igor.sees(text("clubs.sent", name));
        owner.sees(text("notify.trainer_applied", "Игорь", name));
        igor.sends("/clubs");
        igor.sees(text("clubs.applied", name));

        clubTrainers.approve(id(owner), club, id(igor));
        igor.sees(text("notify.trainer_approved", name));
        igor.presses(text("clubs.add"));
        igor.sends(name);
        igor.sees(text("registration.clubs_found"));
        igor.presses(name + " · Москва");
        igor.sees(text("clubs.active_already", name));
        assertThat(clubTrainers.ofTrainer(id(igor)))
                .extracting(ClubTrainer::status)
                .containsExactly(ClubTrainer.Status.ACTIVE);
    }

    @InBothLanguages
    void who_thinks_better_of_it_applies_nowhere(String language) {
        clubs.found("Любой клуб", "Москва", "Лесная, 7", MOSCOW, "FREE", id(somebody("Олег", "ru")));
        Person igor = trainer("Игорь", language);
        igor.sends("/clubs");
        igor.presses(text("clubs.add"));
        igor.sees(text("clubs.choose"));
        igor.presses(text("telegram.back"));
        igor.sees(text("clubs.none"));
        igor.pressesStray("clubs-apply:1");
        igor.sees(text("telegram.old_button"));
        igor.pressesStray("clubs-back");
        igor.sees(text("telegram.old_button"));
        igor.presses(text("clubs.add"));
        igor.sees(text("clubs.choose"));
        igor.pressesStray("clubs-apply:x");
        igor.sees(text("telegram.old_button"));
        igor.sends("/cancel");
        igor.sees(text("telegram.cancelled"));
        assertThat(clubTrainers.ofTrainer(id(igor))).isEmpty();
    }

    @InBothLanguages
    void nobody_else_chooses_a_club(String language) {
        Person anna = client(trainer("Игорь", "ru"), "Анна", language);
        anna.sends("/clubs");
        anna.sees(text("clubs.trainers_only"));
        anna.pressesStray("clubs-add");
        anna.sees(text("clubs.trainers_only"));
    }
}
