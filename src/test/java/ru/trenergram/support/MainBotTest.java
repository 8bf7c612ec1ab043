package ru.trenergram.support;

import static ru.trenergram.support.Text.text;

import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.base.Money;
import ru.trenergram.telegram.spi.KnownPeople;
import ru.trenergram.telegram.spi.TelegramPerson;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Users;

/** Chats with the main bot. Everybody in a test is new but who answers for support, so tests can share a database. */
@IntegrationTest
public abstract class MainBotTest {

    public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    /** As {@link IntegrationTest} sets it. */
    private static final long SUPPORT = 5_900_000_001L;

    @Autowired
    protected Api api;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected Users users;

    @Autowired
    protected Trainers trainers;

    @Autowired
    protected Roster roster;

    @Autowired
    private KnownPeople knownPeople;

    @BeforeEach
    final void startAtTheBeginning() {
        clock.moveTo(MovableClock.START);
    }

    /** Somebody new who has opened the bot. */
    protected Person somebody(String name, String language) {
        Person person = Person.named(name, language, api);
        person.sends("/start");
        person.sees(text("welcome.new"));
        return person;
    }

    protected Person trainer(String name, String language) {
        Person person = somebody(name, language);
        trainers.register(id(person), Money.rubles(250_000), 60, MOSCOW, null);
        return person;
    }

    protected Person client(Person trainer, String name, String language) {
        Person person = somebody(name, language);
        roster.join(id(trainer), id(person));
        return person;
    }

    /** The support chat; what has been said there before is not seen again. */
    protected Person supportChat() {
        knownPeople.add(new TelegramPerson(SUPPORT, "Поддержка", null, null, "ru"), "79000000099");
        Person support = Person.known("main", SUPPORT, "ru", api);
        support.sends("/start");
        support.sees(text("welcome.new"));
        return support;
    }

    protected long id(Person person) {
        return users.byTelegramId(person.telegramId()).id();
    }
}
