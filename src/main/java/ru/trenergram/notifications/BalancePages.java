package ru.trenergram.notifications;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.balances.Balances;
import ru.trenergram.balances.ClientList;
import ru.trenergram.balances.ClientOrder;
import ru.trenergram.balances.EntryReason.SessionCharged;
import ru.trenergram.balances.LedgerEntry;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** The balances of a person as messages: with each of their trainers, and of their clients. */
@Service
@Transactional(readOnly = true)
public class BalancePages {

    /** The route back to a client's balances. */
    public static final String ALL_ROUTE = "bal";

    /** The route of the entries with one trainer: {@code <trainer's user id>:<entries before this one>}. */
    public static final String ENTRIES_ROUTE = "bal-e";

    private static final int ENTRIES = 5;
    private static final int TRAINERS = 20;
    private static final int CLIENTS_READ = 1000;
    private static final int CLIENTS_SHOWN = 10;

    private final Balances balances;
    private final ClientList clients;
    private final Roster roster;
    private final Trainers trainers;
    private final Bookings bookings;
    private final Users users;
    private final SessionTimes times;
    private final EntryWords words;
    private final BotLinks links;
    private final MessageSource texts;

    BalancePages(
            Balances balances,
            ClientList clients,
            Roster roster,
            Trainers trainers,
            Bookings bookings,
            Users users,
            SessionTimes times,
            EntryWords words,
            BotLinks links,
            MessageSource texts) {
        this.balances = balances;
        this.clients = clients;
        this.roster = roster;
        this.trainers = trainers;
        this.bookings = bookings;
        this.users = users;
        this.times = times;
        this.words = words;
        this.links = links;
        this.texts = texts;
    }

    /** A client's balance with each of their trainers. */
    public Message ofClient(long userId) {
        Locale locale = users.get(userId).language();
        List<Long> theirTrainers =
                roster.trainersOf(userId).stream().limit(TRAINERS).toList();
        Map<Long, Money> amounts = balances.withTrainers(userId, theirTrainers);
        List<String> lines = new ArrayList<>();
        List<List<Button>> rows = new ArrayList<>();
        lines.add("<b>" + text(locale, "balance.mine") + "</b>");
        for (long trainer : theirTrainers) {
            var person = users.get(trainer).person();
            lines.add(line(locale, person.fullName(), Objects.requireNonNull(amounts.get(trainer))));
            rows.add(List.of(new Button.Callback(
                    text(locale, "balance.why", person.firstName()), ENTRIES_ROUTE + ":" + trainer + ":")));
        }
        return Message.of(String.join("\n", lines)).with(new Keyboard.Inline(rows));
    }

    /**
     * The last entries of a client with a trainer, each with its rule.
     *
     * @param before only entries before this one
     * @throws ru.trenergram.base.DomainException {@code not_found} when the two have nothing to do with each other
     */
    public Message entries(long userId, long trainerId, long before) {
        UserInfo client = users.get(userId);
        Locale locale = client.language();
        List<LedgerEntry> found = balances.entries(trainerId, userId, before, ENTRIES + 1);
        Money amount = Objects.requireNonNull(
                balances.withTrainers(userId, List.of(trainerId)).get(trainerId));
        String trainer = users.get(trainerId).person().fullName();
        List<String> parts = new ArrayList<>();
        parts.add("<b>" + line(locale, trainer, amount) + "</b>");
        found.stream().limit(ENTRIES).forEach(entry -> parts.add(entry(entry, client)));
        if (found.isEmpty()) {
            parts.add(text(locale, "balance.no_entries"));
        }
        List<List<Button>> rows = new ArrayList<>();
        if (found.size() > ENTRIES) {
            long last = found.get(ENTRIES - 1).id();
            rows.add(List.of(new Button.Callback(
                    text(locale, "balance.earlier"), ENTRIES_ROUTE + ":" + trainerId + ":" + last)));
        }
        rows.add(List.of(
                new Button.Callback(text(locale, "balance.all"), ALL_ROUTE),
                new Button.WebApp(text(locale, "my.app"), links.clientApp(client.telegramId()))));
        return Message.of(String.join("\n\n", parts)).with(new Keyboard.Inline(rows));
    }

    /** Which clients owe a trainer, and which have paid ahead. */
    public Message ofTrainer(long userId) {
        UserInfo trainer = users.get(userId);
        Locale locale = trainer.language();
        List<Long> ids = clients.page(userId, null, ClientOrder.BALANCE, null, CLIENTS_READ).stream()
                .map(ClientList.Place::clientId)
                .toList();
        Map<Long, Money> amounts = balances.ofClients(userId, ids);
        var lowestFirst = Comparator.comparingLong(
                (Map.Entry<Long, Money> entry) -> entry.getValue().amount());
        List<Map.Entry<Long, Money>> debts = amounts.entrySet().stream()
                .filter(entry -> entry.getValue().amount() < 0)
                .sorted(lowestFirst)
                .toList();
        List<Map.Entry<Long, Money>> ahead = amounts.entrySet().stream()
                .filter(entry -> entry.getValue().amount() > 0)
                .sorted(lowestFirst.reversed())
                .toList();
        List<String> parts = new ArrayList<>();
        parts.add("<b>" + text(locale, "balance.clients") + "</b>");
        if (debts.isEmpty() && ahead.isEmpty()) {
            parts.add(text(locale, "balance.even"));
        }
        if (!debts.isEmpty()) {
            parts.add(part(locale, "balance.debts", debts));
        }
        if (!ahead.isEmpty()) {
            parts.add(part(locale, "balance.ahead", ahead));
        }
        return Message.of(String.join("\n\n", parts))
                .with(Keyboard.Inline.column(new Button.WebApp(
                        text(locale, "balance.digest.open"), links.trainerApp(trainer.telegramId()) + "#/clients")));
    }

    private String part(Locale locale, String key, List<Map.Entry<Long, Money>> entries) {
        Money sum = Money.rubles(
                entries.stream().mapToLong(entry -> entry.getValue().amount()).sum());
        List<String> lines = new ArrayList<>();
        lines.add(text(locale, key, Formats.money(sum, locale)));
        entries.stream()
                .limit(CLIENTS_SHOWN)
                .forEach(entry -> lines.add(
                        line(locale, users.get(entry.getKey()).person().fullName(), entry.getValue())));
        if (entries.size() > CLIENTS_SHOWN) {
            lines.add(text(locale, "balance.digest.more", entries.size() - CLIENTS_SHOWN));
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private String entry(LedgerEntry entry, UserInfo client) {
        Locale locale = client.language();
        var zone = SessionTimes.zoneOf(client, trainers.get(entry.trainerId()).timezone());
        List<String> lines = new ArrayList<>();
        lines.add(times.moment(entry.createdAt(), zone, client) + " · " + words.headline(entry, locale));
        if (entry.reason() instanceof SessionCharged) {
            lines.add(times.when(bookings.get(Objects.requireNonNull(entry.bookingId())), client));
        }
        String why = words.why(entry, locale);
        if (why != null) {
            lines.add(why);
        }
        return String.join("\n", lines);
    }

    private String line(Locale locale, String name, Money amount) {
        return text(locale, "balance.digest.client", Message.escape(name), Formats.money(amount, locale));
    }

    private String text(Locale locale, String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
