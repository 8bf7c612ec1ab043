package ru.trenergram.support;

import static ru.trenergram.support.Text.text;

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

    /** There is one who speaks Russian and one who speaks English. */
    protected Person superadmin(String language) {
        boolean russian = language.equals("ru");
        long id = 5_100_000_000L + (russian ? 1 : 2);
        knownPeople.add(
                new TelegramPerson(id, russian ? "Админ" : "Admin", null, null, language),
                russian ? "79000000001" : "79000000002");
        Person person = Person.known("staff", id, language, api);
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
        return member(club, role, name, "ru");
    }

    protected Person member(long club, StaffRole role, String name, String language) {
        Person person = somebody(name, language);
        staff.add(club, id(person), role);
        return person;
    }

    protected Person applicant(long club, String name) {
        return applicant(club, name, "ru");
    }

    /** Somebody in the main bot who becomes a trainer and chooses the club. */
    protected Person applicant(long club, String name, String language) {
        Person person = Person.named(name, language, api);
        person.sends("/start");
        person.sees(text("welcome.new"));
        trainers.register(id(person), Money.rubles(250_000), 60, MOSCOW, club);
        return person;
    }
}
