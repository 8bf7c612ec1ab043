package ru.trenergram.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.balances.BalanceChanged;
import ru.trenergram.balances.Balances;
import ru.trenergram.balances.EntryReason.ByTrainer;
import ru.trenergram.balances.EntryReason.MoveNotAccepted;
import ru.trenergram.balances.EntryReason.SessionCharged;
import ru.trenergram.balances.LedgerEntry;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
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
    private final QuietTime quietTime;
    private final Messenger messenger;
    private final Users users;
    private final BotLinks links;
    private final MessageSource texts;

    LedgerMessages(
            Balances balances,
            Bookings bookings,
            SessionTimes times,
            QuietTime quietTime,
            Messenger messenger,
            Users users,
            BotLinks links,
            MessageSource texts) {
        this.balances = balances;
        this.bookings = bookings;
        this.times = times;
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
        lines.add("<b>" + line(headline(entry), locale, Formats.money(absolute(entry.amount()), locale)) + "</b>");
        if (entry.reason() instanceof SessionCharged) {
            lines.add(times.when(bookings.get(Objects.requireNonNull(entry.bookingId())), client));
        }
        lines.add(line("ledger.trainer", locale, Message.escape(trainer)));
        String why = why(entry, locale);
        if (why != null) {
            lines.add(why);
        }
        lines.add(line("ledger.balance", locale, Formats.money(entry.balanceAfter(), locale)));
        return String.join("\n", lines);
    }

    private @Nullable String why(LedgerEntry entry, Locale locale) {
        return switch (entry.reason()) {
            case ByTrainer(String comment) when comment == null -> null;
            case ByTrainer(String comment) ->
                line(
                        switch (entry.kind()) {
                            case TOPUP -> "ledger.comment";
                            case ADJUSTMENT, CHARGE -> "ledger.reason";
                        },
                        locale,
                        Message.escape(comment));
            case SessionCharged charged -> line(rule(charged), locale, charged.hoursBefore());
            case MoveNotAccepted returned -> line("ledger.why.move_not_accepted", locale);
        };
    }

    private static String rule(SessionCharged charged) {
        if (charged.hoursBefore() == 0) {
            return charged.agreedLater() ? "ledger.why.later_at_start" : "ledger.why.before_at_start";
        }
        return charged.agreedLater() ? "ledger.why.later" : "ledger.why.before";
    }

    private static String headline(LedgerEntry entry) {
        return switch (entry.kind()) {
            case TOPUP -> "ledger.topup";
            case CHARGE -> "ledger.charged";
            case ADJUSTMENT ->
                entry.reason() instanceof MoveNotAccepted
                        ? "ledger.given_back"
                        : entry.amount().amount() > 0 ? "ledger.returned" : "ledger.taken";
        };
    }

    /** The headline says the direction. */
    private static Money absolute(Money amount) {
        return new Money(Math.abs(amount.amount()), amount.currency());
    }

    private String line(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
