package ru.trenergram.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.balances.BalanceChanged;
import ru.trenergram.balances.Balances;
import ru.trenergram.balances.LedgerEntry;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Post;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.RosterEntry;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** A client is told when their balance falls below one session, and again only after it has been there (PRODUCT.md). */
@Component
class LowBalanceMessages {

    private final LowBalances low;
    private final LowBalanceDigest digest;
    private final Balances balances;
    private final Trainers trainers;
    private final Roster roster;
    private final Users users;
    private final Messenger messenger;
    private final BotLinks links;
    private final MessageSource texts;

    LowBalanceMessages(
            LowBalances low,
            LowBalanceDigest digest,
            Balances balances,
            Trainers trainers,
            Roster roster,
            Users users,
            Messenger messenger,
            BotLinks links,
            MessageSource texts) {
        this.low = low;
        this.digest = digest;
        this.balances = balances;
        this.trainers = trainers;
        this.roster = roster;
        this.users = users;
        this.messenger = messenger;
        this.links = links;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void on(BalanceChanged event) {
        LedgerEntry entry = balances.entry(event.entryId());
        TrainerProfile trainer = trainers.get(entry.trainerId());
        digest.expect(trainer);
        Optional<RosterEntry> client = roster.find(entry.trainerId(), entry.clientId());
        if (client.isEmpty()) {
            return;
        }
        Money price = client.get().priceWith(trainer);
        if (low.fell(entry, price) && low.counts(client.get())) {
            messenger.send(post(entry, price, trainer));
        }
    }

    /** Without a sound: the message about the entry itself has just rung. */
    private Post post(LedgerEntry entry, Money price, TrainerProfile trainer) {
        UserInfo client = users.get(entry.clientId());
        Locale locale = client.language();
        String html = String.join(
                "\n",
                List.of(
                        "<b>" + line("balance.low", locale) + "</b>",
                        line(
                                "ledger.trainer",
                                locale,
                                Message.escape(trainer.person().fullName())),
                        line("ledger.balance", locale, Formats.money(entry.balanceAfter(), locale)),
                        line("balance.low.price", locale, Formats.money(price, locale))));
        var app = new Button.WebApp(line("booking.open", locale), links.clientApp(client.telegramId()));
        return Post.of(
                        Bot.MAIN,
                        client.telegramId(),
                        Message.of(html).with(Keyboard.Inline.column(app)),
                        "low-balance:" + entry.id())
                .silent(true);
    }

    private String line(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
