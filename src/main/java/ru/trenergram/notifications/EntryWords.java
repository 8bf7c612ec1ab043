package ru.trenergram.notifications;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.trenergram.balances.EntryReason.ByTrainer;
import ru.trenergram.balances.EntryReason.MoveNotAccepted;
import ru.trenergram.balances.EntryReason.SessionCharged;
import ru.trenergram.balances.LedgerEntry;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import ru.trenergram.telegram.spi.Message;

/** What a client is told of an entry of their ledger, and why it was made (PRODUCT.md, "Money between client and trainer"). */
@Component
class EntryWords {

    private final MessageSource texts;

    EntryWords(MessageSource texts) {
        this.texts = texts;
    }

    /** What happened, with the amount. */
    String headline(LedgerEntry entry, Locale locale) {
        return line(headline(entry), locale, Formats.money(absolute(entry.amount()), locale));
    }

    /** The rule, or the trainer's words; null when they left none. */
    @Nullable String why(LedgerEntry entry, Locale locale) {
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
