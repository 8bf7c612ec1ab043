package ru.trenergram.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTariffs;
import ru.trenergram.security.Caller;
import ru.trenergram.support.Person;
import ru.trenergram.support.StaffBotTest;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.TelegramPerson;

/** Clubs in Moscow that pay, or do not. It is Monday, 30 November 2026, 12:00 there. */
abstract class SubscriptionTest extends StaffBotTest {

    static final Money MONTH = Money.rubles(990_000);

    private static final AtomicLong IDS = new AtomicLong(7_300_000_000L);

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    ClubPayments payments;

    @Autowired
    ClubTariffs clubTariffs;

    @Autowired
    JdbcClient jdbc;

    Caller admin() {
        long telegramId = 5_100_000_001L;
        long id = users.seen(Bot.STAFF, new TelegramPerson(telegramId, "Админ", null, null, "ru"), null)
                .userId();
        return new Caller(id, telegramId);
    }

    /** With so many trainers, who joined one after the other. */
    long club(String tariff, Person owner, int trainers) {
        long club = club("Атлант", tariff, owner);
        for (int i = 1; i <= trainers; i++) {
            trainer(club, "Тренер " + i);
        }
        return club;
    }

    long trainer(long club, String name) {
        long trainer = user(name);
        trainers.register(trainer, Money.rubles(250_000), 60, MOSCOW, club);
        clubTrainers.approve(staff.owners(club).getFirst(), club, trainer);
        return trainer;
    }

    long user(String name) {
        var person = new TelegramPerson(IDS.incrementAndGet(), name, null, null, "ru");
        return users.seen(Bot.MAIN, person, null).userId();
    }

    SubscriptionEntry pay(long club, int months) {
        return payments.record(
                admin(), UUID.randomUUID(), club, Money.rubles(MONTH.amount() * months), months, "Счёт 1");
    }

    @Nullable LocalDate paidUntil(long club) {
        return subscriptions.get(club).paidUntil();
    }

    List<String> names(List<Long> people) {
        return people.stream().map(id -> users.get(id).person().firstName()).toList();
    }

    void moveTo(String moscow) {
        clock.moveTo(moscow(moscow));
    }

    static Instant moscow(String local) {
        return LocalDateTime.parse(local).atZone(MOSCOW).toInstant();
    }
}
