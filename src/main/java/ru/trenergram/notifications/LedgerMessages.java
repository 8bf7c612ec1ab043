package ru.trenergram.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.balances.BalanceChanged;
import ru.trenergram.balances.Balances;
import ru.trenergram.balances.EntryReason.SessionCharged;
import ru.trenergram.balances.LedgerEntry;
import ru.trenergram.base.Formats;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.BotLinks;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Post;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** The client hears of every entry of their ledger and why it was made (PRODUCT.md, "Notifications"). */
@Component
class LedgerMessages {

    private final Balances balances;
    private final Bookings bookings;
    private final SessionTimes times;
    private final EntryWords words;
    private final QuietTime quietTime;
    private final Messenger messenger;
    private final Users users;
    private final BotLinks links;
    private final MessageSource texts;

    LedgerMessages(
            Balances balances,
            Bookings bookings,
            SessionTimes times,
            EntryWords words,
            QuietTime quietTime,
            Messenger messenger,
            Users users,
            BotLinks links,
            MessageSource texts) {
        this.balances = balances;
        this.bookings = bookings;
        this.times = times;
        this.words = words;
        this.quietTime = quietTime;
        this.messenger = messenger;
        this.users = users;
        this.links = links;
        this.texts = texts;
    }

    @ApplicationModuleListener
    void on(BalanceChanged event) {
        LedgerEntry entry = balances.entry(event.entryId());
        UserInfo client = users.get(entry.clientId());
        String app = links.clientApp(client.telegramId());
        var message = Message.of(text(entry, client))
                .with(Keyboard.Inline.column(new Button.WebApp(line("booking.open", client.language()), app)));
        messenger.send(Post.of(Bot.MAIN, client.telegramId(), message, "ledger:" + entry.id())
                .silent(quietTime.isNowFor(client, entry.trainerId())));
    }

    private String text(LedgerEntry entry, UserInfo client) {
        Locale locale = client.language();
        String trainer = users.get(entry.trainerId()).person().fullName();
        List<String> lines = new ArrayList<>();
        lines.add("<b>" + words.headline(entry, locale) + "</b>");
        if (entry.reason() instanceof SessionCharged) {
            lines.add(times.when(bookings.get(Objects.requireNonNull(entry.bookingId())), client));
        }
        lines.add(line("ledger.trainer", locale, Message.escape(trainer)));
        String why = words.why(entry, locale);
        if (why != null) {
            lines.add(why);
        }
        lines.add(line("ledger.balance", locale, Formats.money(entry.balanceAfter(), locale)));
        return String.join("\n", lines);
    }

    private String line(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
