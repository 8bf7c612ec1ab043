package ru.trenergram.support;

import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.StaffRole;
import ru.trenergram.telegram.spi.KnownPeople;
import ru.trenergram.telegram.spi.TelegramPerson;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** Chats with the staff bot. Everybody in a test is new but the two super-admins, so tests can share a database. */
@IntegrationTest
@TestPropertySource(properties = {"trenergram.superadmins=5100000001,5100000002", "trenergram.support-chat-id="})
public abstract class StaffBotTest {

    public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Autowired
    protected Api api;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected Users users;

    @Autowired
    protected Clubs clubs;

    @Autowired
    protected ClubTrainers clubTrainers;

    @Autowired
    protected StaffMembers staff;

    @Autowired
    protected Trainers trainers;

    @Autowired
    private KnownPeople knownPeople;

    @BeforeEach
    final void startAtTheBeginning() {
        clock.moveTo(MovableClock.START);
    }

    /** Somebody new who has opened the staff bot. */
    protected Person somebody(String name, String language) {
        Person person = Person.named(name, language, api).inStaffBot();
        person.sends("/start");
        person.sees("/newclub");
        return person;
    }

    protected Person somebody(String name) {
        return somebody(name, "ru");
    }

    /** @param number 1 speaks Russian, 2 English */
    protected Person superadmin(int number) {
        long id = 5_100_000_000L + number;
        String language = number == 1 ? "ru" : "en";
        knownPeople.add(
                new TelegramPerson(id, number == 1 ? "Админ" : "Admin", null, null, language), "7900000000" + number);
        Person person = Person.known(id, api);
        person.sends("/start");
        person.sees("/newclub");
        return person;
    }

    protected long id(Person person) {
        return users.byTelegramId(person.telegramId()).id();
    }

    /** A club in Moscow with one location. */
    protected long club(String name, String tariff, Person owner) {
        long club = clubs.found(name, "Москва", "Тверская, 1", MOSCOW, tariff, id(owner));
        clubs.addLocation(club, "Зал", "Тверская, 1");
        return club;
    }

    protected Person member(long club, StaffRole role, String name) {
        Person person = somebody(name);
        staff.add(club, id(person), role);
        return person;
    }

    /** Somebody in the main bot who becomes a trainer and chooses the club. */
    protected Person applicant(long club, String name) {
        Person person = Person.named(name, "ru", api);
        person.sends("/start");
        person.sees("Кто вы?");
        trainers.register(id(person), Money.rubles(250_000), 60, MOSCOW, club);
        return person;
    }
}
