package ru.trenergram.subscriptions.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Formats;
import ru.trenergram.base.ui.StatusBadge;
import ru.trenergram.base.ui.StatusBadge.Token;
import ru.trenergram.subscriptions.Step;
import ru.trenergram.subscriptions.Subscription.State;
import ru.trenergram.subscriptions.SubscriptionEntry;
import ru.trenergram.tariffs.Tariff;

/** How subscriptions are spoken of. */
final class Words {

    private Words() {}

    static StatusBadge badge(State state) {
        Token token = switch (state) {
            case FREE -> Token.COMPLETED;
            case UNPAID, GRACE -> Token.PENDING;
            case PAID -> Token.CONFIRMED;
            case EXPIRED -> Token.NO_SHOW;
        };
        return new StatusBadge(token, named("subscription.state.", state));
    }

    static StatusBadge frozen() {
        return new StatusBadge(Token.NO_SHOW, I18NProvider.translate("admin.clubs.frozen"));
    }

    static String step(@Nullable Step step) {
        return step == null ? "–" : named("subscription.step.", step);
    }

    static String kind(SubscriptionEntry.Kind kind) {
        return named("subscription.kind.", kind);
    }

    /** “8 of 25”, “8, no limit”. */
    static String used(int trainers, @Nullable Integer limit) {
        return limit == null
                ? I18NProvider.translate("subscription.used.unlimited", trainers)
                : I18NProvider.translate("subscription.used", trainers, limit);
    }

    static String limit(Tariff tariff) {
        Integer limit = tariff.terms().trainerLimit();
        return limit == null
                ? I18NProvider.translate("subscription.unlimited")
                : I18NProvider.translate("subscription.limit", limit);
    }

    static String perMonth(Tariff tariff, Locale locale) {
        return I18NProvider.translate("subscription.per-month", Formats.money(tariff.price(), locale));
    }

    static String day(@Nullable LocalDate day, Locale locale) {
        return day == null ? "–" : Formats.date(day, locale);
    }

    private static String named(String beginning, Enum<?> value) {
        return I18NProvider.translate(
                beginning + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
