package ru.trenergram.scheduling.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.trenergram.support.Text.text;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.Hours;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.scheduling.WorkingHours;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.MovableClock;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;
import ru.trenergram.trainers.Roster;

/** {@code /today}, on a Monday at noon. */
class TodayCommandIntegrationTest extends StaffBotTest {

    @Autowired
    Bookings bookings;

    @Autowired
    Roster roster;

    @Autowired
    WorkingHours workingHours;

    Person owner;
    long club;

    @BeforeEach
    void a_club() {
        owner = somebody("Марина");
        club = club("Атлант", "PRO", owner);
    }

    @InBothLanguages
    void the_day_is_shown_by_trainer_with_who_is_free_and_what_it_brings(String language) {
        Person manager = member(club, StaffRole.MANAGER, "Пётр", language);
        Person anna = trainer("Анна");
        trainer("Борис");
        clock.moveTo(Instant.parse("2026-11-30T07:00:00Z"));
        book(anna, "Катя", "2026-11-30T08:30:00Z");
        book(anna, "Света", "2026-11-30T15:00:00Z");
        clock.moveTo(MovableClock.START);

        manager.sends("/today");
        String day = manager.sees(text("today.summary"));
        Locale locale = Locale.of(language);
        assertThat(day)
                .contains(
                        Formats.day(LocalDate.of(2026, 11, 30), locale),
                        manager.reads(text(
                                "today.summary",
                                2,
                                Formats.money(Money.rubles(500_000), locale),
                                0,
                                Formats.money(Money.rubles(0), locale),
                                0)),
                        manager.reads(text("today.free", "Борис")))
                .containsSubsequence("\nАнна\n", "11:30–12:30 ◷ Катя, +7", "18:00–19:00 ◷ Света");
        clock.moveTo(Instant.parse("2026-11-30T09:30:00Z"));
        manager.presses(text("today.refresh"));
        manager.sees(text("today.free", "Анна, Борис"));
        manager.pressesStray("today:x");
        manager.sees(text("telegram.old_button"));
        manager.pressesStray("today:999999999");
        manager.sees(text("error.not_found"));
    }

    @Test
    void who_may_only_look_sees_no_phones() {
        book(trainer("Анна"), "Катя", "2026-11-30T15:00:00Z");
        Person reader = member(club, StaffRole.READONLY, "Юлия");
        reader.sends("/today");
        assertThat(reader.sees("Катя")).doesNotContain("+7");
    }

    @InBothLanguages
    void marketing_sees_the_day_without_its_money(String language) {
        book(trainer("Анна"), "Катя", "2026-11-30T15:00:00Z");
        Person marketing = member(club, StaffRole.MARKETING, "Юлия", language);
        marketing.sends("/today");
        assertThat(marketing.sees("Катя"))
                .contains(marketing.reads(text("today.summary_without_money", 1, 0, 0)))
                .doesNotContain("₽");
    }

    @InBothLanguages
    void cashiers_and_strangers_are_told_whom_it_is_for(String language) {
        Person cashier = member(club, StaffRole.CASHIER, "Вера", language);
        for (Person person : List.of(cashier, somebody("Прохожий", language))) {
            person.sends("/today");
            person.sees(text("today.no_club"));
        }
        cashier.pressesStray("today:" + club);
        cashier.sees(text("error.forbidden"));
    }

    @InBothLanguages
    void whoever_works_at_several_clubs_chooses_one(String language) {
        Person emily = somebody("Emily", language);
        staff.add(club, id(emily), StaffRole.MARKETING);
        staff.add(club("Север", "FREE", owner), id(emily), StaffRole.READONLY);
        emily.sends("/today");
        emily.sees(text("today.which_club"));
        emily.sendsSticker();
        emily.sees(text("telegram.unknown_thing"));
        emily.presses("Север");
        String day = emily.sees(text("today.nothing"));
        assertThat(day)
                .contains(
                        "Север, " + Formats.day(LocalDate.of(2026, 11, 30), Locale.of(language)),
                        emily.reads(text("today.nobody_free")));
    }

    @Test
    void a_day_too_long_for_a_message_is_cut_with_a_way_to_the_rest() {
        Person anna = trainer("Анна");
        long client = clientOf(anna, "Екатерина Александровна Константинопольская");
        Instant midnight = Instant.parse("2026-11-29T21:00:00Z");
        clock.moveTo(midnight.minusSeconds(60));
        for (int i = 0; i < 90; i++) {
            bookings.create(
                    Actor.trainer(id(anna)),
                    new NewBooking(id(anna), client, midnight.plusSeconds(900L * i), 15, null, null, null));
        }
        clock.moveTo(MovableClock.START);
        owner.sends("/today");
        assertThat(owner.sees(text("today.more"))).hasSizeLessThanOrEqualTo(4096);
    }

    private Person trainer(String name) {
        Person trainer = applicant(club, name);
        clubTrainers.approve(id(owner), club, id(trainer));
        workingHours.replaceWeek(
                id(trainer), List.of(Hours.of(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(21, 0))), 0);
        return trainer;
    }

    private void book(Person trainer, String clientName, String startsAt) {
        bookings.create(
                Actor.trainer(id(trainer)),
                NewBooking.at(id(trainer), clientOf(trainer, clientName), Instant.parse(startsAt)));
    }

    private long clientOf(Person trainer, String name) {
        long client = id(somebody(name));
        users.sharePhone(client, "+79161234567");
        roster.join(id(trainer), client);
        return client;
    }
}
