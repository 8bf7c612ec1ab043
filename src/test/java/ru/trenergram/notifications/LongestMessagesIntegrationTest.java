package ru.trenergram.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.balances.Balances;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.Actor;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.NewBooking;
import ru.trenergram.scheduling.Side;
import ru.trenergram.support.InBothLanguages;
import ru.trenergram.support.IntegrationTest;
import ru.trenergram.support.MovableClock;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.TelegramPerson;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.SettingsChange;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.ProfileChange;
import ru.trenergram.users.Users;

/** Messages that are put together of many lines, with the longest that may stand in each: Telegram takes them. */
@IntegrationTest
class LongestMessagesIntegrationTest {

    private static final AtomicLong IDS = new AtomicLong(8_400_000_000L);
    private static final ZoneId KAMCHATKA = ZoneId.of("Asia/Kamchatka");

    /** Telegram's own limit for either part of a name. */
    private static final int PART_OF_NAME = 64;

    @Autowired
    MovableClock clock;

    @Autowired
    Users users;

    @Autowired
    Trainers trainers;

    @Autowired
    Roster roster;

    @Autowired
    Bookings bookings;

    @Autowired
    Balances balances;

    @Autowired
    SessionPages sessions;

    @Autowired
    BalancePages balancePages;

    @Autowired
    BookingCards cards;

    @BeforeEach
    void at_the_beginning() {
        clock.moveTo(MovableClock.START);
    }

    @InBothLanguages
    void a_full_day_of_a_trainer_who_looks_at_it_from_another_zone(String language) {
        long trainer = trainer(language);
        users.changeProfile(trainer, new ProfileChange(null, null, null, null, ZoneId.of("Europe/Kaliningrad")));
        long client = client(trainer, language);
        Instant midnight = Instant.parse("2026-12-01T12:00:00Z"); // of Kamchatka, on the 2nd
        for (int i = 0; i < 30; i++) {
            book(trainer, client, midnight.plusSeconds(1800L * i), null);
        }
        Message day = sessions.ofTrainer(trainer, LocalDate.of(2026, 12, 2));
        fits(day);
        assertThat(day.html().lines().count()).isGreaterThan(20);
    }

    @InBothLanguages
    void the_card_of_a_booking_with_all_that_can_stand_on_it(String language) {
        long trainer = trainer(language);
        long client = client(trainer, language);
        users.changeProfile(client, new ProfileChange(null, null, null, null, ZoneId.of("Europe/Kaliningrad")));
        var booking = book(trainer, client, Instant.parse("2026-12-05T09:00:00Z"), "&".repeat(1000));
        fits(cards.post(booking, Side.CLIENT, "reminder.third", MovableClock.START, null, "x")
                .content()
                .get());
        bookings.cancel(Actor.trainer(trainer), booking, bookings.get(booking).version(), "<".repeat(500));
        Message cancelled = cards.post(booking, Side.CLIENT, "booking.cancelled", MovableClock.START, null, "x")
                .content()
                .get();
        fits(cancelled);
        assertThat(cancelled.html()).contains("&lt;&lt;", "&amp;&amp;");
    }

    @InBothLanguages
    void balances_with_many_and_the_reasons_of_entries(String language) {
        long first = trainer(language);
        long client = client(first, language);
        for (int i = 0; i < 25; i++) {
            roster.join(trainer(language), client);
        }
        for (int i = 0; i < 6; i++) {
            balances.adjust(first, client, Money.rubles(-100_000_000), "&".repeat(Balances.MAX_COMMENT));
        }
        fits(balancePages.ofClient(client));
        fits(balancePages.entries(client, first, Long.MAX_VALUE));
        for (int i = 0; i < 25; i++) {
            long other = client(first, language);
            balances.adjust(first, other, Money.rubles(i % 2 == 0 ? 99_999_999 : -99_999_999), "x");
        }
        fits(balancePages.ofTrainer(first));
    }

    /** core.telegram.org/bots/api: 4096 characters after the entities are parsed, 100 buttons, 64 bytes behind each. */
    private static void fits(Message message) {
        String text = message.html()
                .replaceAll("</?[a-z]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        assertThat(text).hasSizeBetween(1, 4096);
        if (message.keyboard() instanceof Keyboard.Inline(var rows)) {
            assertThat(rows.stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(100);
        }
    }

    private UUID book(long trainer, long client, Instant start, String note) {
        return bookings.create(
                        Actor.trainer(trainer),
                        new NewBooking(trainer, client, start, 30, Money.rubles(100_000_000), note, null))
                .id();
    }

    private long trainer(String language) {
        long id = somebody(language);
        trainers.register(id, Money.rubles(100_000_000), 30, KAMCHATKA, null);
        trainers.changeSettings(
                id,
                0,
                new SettingsChange(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "&".repeat(200),
                        null,
                        null,
                        null,
                        null));
        return id;
    }

    private long client(long trainer, String language) {
        long id = somebody(language);
        roster.join(trainer, id);
        return id;
    }

    private long somebody(String language) {
        var person = new TelegramPerson(
                IDS.incrementAndGet(), "Ы".repeat(PART_OF_NAME), "&".repeat(PART_OF_NAME), null, language);
        return users.seen(Bot.MAIN, person, null).userId();
    }
}
