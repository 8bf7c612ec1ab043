package ru.trenergram.trainers.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Text.text;

import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.TrainerInvitations;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.scheduling.TrainerDepartures;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MainBotTest;
import ru.trenergram.support.Person;

/** {@code /start work_…}: a club invites trainers. */
class ClubInvitedIntegrationTest extends MainBotTest {

    @Autowired
    Clubs clubs;

    @Autowired
    ClubTrainers clubTrainers;

    @Autowired
    TrainerInvitations invitations;

    @Autowired
    Bookings bookings;

    @Autowired
    TrainerDepartures departures;

    @InBothLanguages
    void a_trainer_accepts_and_the_owner_hears_of_it(String language) {
        Person owner = somebody("Олег", language).inStaffBot();
        owner.sends("/start");
        long club = club(owner, "Клуб приглашений");
        Person igor = trainer("Игорь", language);
        String code = invitations.make(id(owner), club, 1).code();

        igor.sends("/start work_" + code);
        igor.sees(text("invited_work.question", "Клуб приглашений"));
        igor.presses(text("invited_work.accept"));

        igor.sees(text("invited_work.accepted", "Клуб приглашений"));
        owner.sees(text("notify.trainer_joined", "Игорь", "Клуб приглашений"));
        assertThat(clubTrainers.ofTrainer(id(igor)))
                .extracting(ClubTrainer::status)
                .containsExactly(ClubTrainer.Status.ACTIVE);
        Person late = trainer("Борис", language);
        late.sends("/start work_" + code);
        late.sees(text("invited_work.closed"));
    }

    @InBothLanguages
    void who_is_no_trainer_yet_becomes_one_first_and_is_not_asked_for_a_club(String language) {
        Person owner = somebody("Олег", language);
        long club = club(owner, "Клуб новичков");
        Person anna = somebody("Анна", language);

        anna.sends("/start work_" + invitations.make(id(owner), club, 1).code());
        anna.sees(text("invited_work.register_first", "Клуб новичков"));
        anna.presses(text("invited_work.register"));
        anna.sees(text("registration.contact"));
        anna.sharesContact();
        anna.sees(text("registration.price"));
        anna.sends("2500");
        anna.sees(text("registration.minutes"));
        anna.sends("60");
        anna.sees(text("registration.zone"));
        anna.presses(text("registration.zone_right"));
        anna.sees(text("registration.done"));
        anna.sees(text("invited_work.accepted", "Клуб новичков"));
        assertThat(clubTrainers.ofTrainer(id(anna)))
                .extracting(ClubTrainer::status)
                .containsExactly(ClubTrainer.Status.ACTIVE);
    }

    @InBothLanguages
    void the_way_back_from_the_first_question_leaves_the_registration(String language) {
        Person owner = somebody("Олег", language);
        long club = club(owner, "Клуб раздумий");
        Person anna = somebody("Анна", language);
        anna.sends("/start work_" + invitations.make(id(owner), club, 1).code());
        anna.presses(text("invited_work.register"));
        anna.sees(text("registration.contact"));
        anna.sharesContact();
        anna.sees(text("registration.price"));

        anna.presses(text("telegram.back"));

        anna.sees(text("welcome.changed_mind"));
        assertThat(trainers.find(id(anna))).isEmpty();
    }

    @InBothLanguages
    void who_forges_a_button_is_told_that_nothing_is_open(String language) {
        Person igor = trainer("Игорь", language);
        igor.sends("/start work_nonsense");
        igor.sees(text("invited_work.closed"));
        igor.pressesStray("work-register:nonsense");
        igor.sees(text("invited_work.closed"));
        assertThat(clubTrainers.ofTrainer(id(igor))).isEmpty();
    }

    @InBothLanguages
    void of_a_removal_trainer_and_clients_are_told(String language) {
        Person owner = somebody("Олег", language);
        long club = club(owner, "Клуб прощаний");
        clubs.addLocation(club, "Зал", "Лесная, 7");
        Person igor = trainer("Игорь", language);
        invitations.accept(id(igor), invitations.make(id(owner), club, 1).code());
        Person klim = client(igor, "Клим", language);
        bookings.create(
                Actor.trainer(id(igor)), NewBooking.at(id(igor), id(klim), Instant.parse("2026-12-01T12:00:00Z")));

        departures.remove(id(owner), club, id(igor));

        igor.sees(text("notify.left_club.trainer", "Клуб прощаний", 1));
        klim.sees(text("notify.left_club.client", "Игорь", "Клуб прощаний"));
    }

    @InBothLanguages
    void a_refused_trainer_reads_the_reason(String language) {
        Person owner = somebody("Олег", language);
        long club = club(owner, "Клуб отказов");
        Person igor = trainer("Игорь", language);
        clubTrainers.apply(club, id(igor));

        clubTrainers.refuse(id(owner), club, id(igor), "Нет <места>");

        igor.sees(text("notify.trainer_refused_because", "Клуб отказов", "Нет <места>"));
    }

    private long club(Person owner, String name) {
        return clubs.found(name, "Москва", "Лесная, 7", MOSCOW, "FREE", id(owner));
    }
}
