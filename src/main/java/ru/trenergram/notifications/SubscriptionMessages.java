package ru.trenergram.notifications;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.trenergram.base.Formats;
import ru.trenergram.base.Money;
import ru.trenergram.base.Settings;
import ru.trenergram.clubs.ClubEvents;
import ru.trenergram.clubs.ClubFreezes;
import ru.trenergram.clubs.ClubTariffs;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.subscriptions.Subscription;
import ru.trenergram.subscriptions.SubscriptionEntry;
import ru.trenergram.subscriptions.SubscriptionEvents;
import ru.trenergram.subscriptions.Subscriptions;
import ru.trenergram.tariffs.Tariffs;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Button;
import ru.trenergram.telegram.spi.Message.Keyboard;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** What a club's owners are told of its subscription, and of a freeze. */
@Component
class SubscriptionMessages {

    private final Messenger messenger;
    private final Subscriptions subscriptions;
    private final Tariffs tariffs;
    private final Clubs clubs;
    private final ClubTariffs clubTariffs;
    private final ClubFreezes freezes;
    private final StaffMembers staff;
    private final Users users;
    private final Settings settings;
    private final MessageSource texts;

    SubscriptionMessages(
            Messenger messenger,
            Subscriptions subscriptions,
            Tariffs tariffs,
            Clubs clubs,
            ClubTariffs clubTariffs,
            ClubFreezes freezes,
            StaffMembers staff,
            Users users,
            Settings settings,
            MessageSource texts) {
        this.messenger = messenger;
        this.subscriptions = subscriptions;
        this.tariffs = tariffs;
        this.clubs = clubs;
        this.clubTariffs = clubTariffs;
        this.freezes = freezes;
        this.staff = staff;
        this.users = users;
        this.settings = settings;
        this.texts = texts;
    }

    /** Whoever has paid by the time the event arrives is told nothing of what is no longer so. */
    @ApplicationModuleListener
    void on(SubscriptionEvents.StepTaken event) {
        Subscription subscription = subscriptions.get(event.clubId());
        if (!event.paidUntil().equals(subscription.paidUntil())) {
            return;
        }
        String key = switch (event.step()) {
            case THREE_DAYS -> "notify.subscription.three_days";
            case ONE_DAY -> "notify.subscription.one_day";
            case EXPIRED -> "notify.subscription.expired";
            case FALL -> "notify.subscription.fallen";
        };
        int frozen = clubTariffs.frozenTrainers(event.clubId()).size();
        tellOwners(
                event.clubId(),
                "subscription-step:" + event.paidUntil() + ":" + event.step(),
                true,
                (language, club) -> text(
                        language,
                        key,
                        club,
                        Message.escape(tariffs.get(subscription.tariffCode()).name(language)),
                        day(event.paidUntil(), language),
                        day(subscription.graceUntil(), language),
                        Formats.money(subscription.price(), language),
                        frozen));
    }

    @ApplicationModuleListener
    void on(SubscriptionEvents.EntryMade event) {
        SubscriptionEntry entry = subscriptions.entry(event.entryId());
        String key = switch (entry.kind()) {
            case PAYMENT -> "notify.subscription.paid";
            case REFUND -> "notify.subscription.refunded";
            case PROLONGATION -> "notify.subscription.prolonged";
            case TARIFF_CHANGE -> "notify.subscription.changed";
        };
        Money amount = Money.rubles(Math.abs(entry.amount().amount()));
        tellOwners(
                event.clubId(),
                "subscription-entry:" + entry.id(),
                true,
                (language, club) -> text(
                        language,
                        key,
                        club,
                        Formats.money(amount, language),
                        day(entry.paidAfter(), language),
                        Message.escape(entry.comment()),
                        Message.escape(tariffs.get(entry.tariffCode()).name(language))));
    }

    /** A freeze that was taken back by the time the event arrives was none. */
    @ApplicationModuleListener
    void on(ClubEvents.ClubFrozen event) {
        freezes.find(event.clubId())
                .filter(freeze -> freeze.at().equals(event.at()))
                .ifPresent(freeze -> tellOwners(
                        event.clubId(),
                        "club-frozen:" + event.at(),
                        false,
                        (language, club) ->
                                text(language, "notify.club_frozen", club, Message.escape(freeze.reason()))));
    }

    @ApplicationModuleListener
    void on(ClubEvents.ClubUnfrozen event) {
        tellOwners(
                event.clubId(),
                "club-unfrozen:" + event.at(),
                false,
                (language, club) -> text(language, "notify.club_unfrozen", club));
    }

    /** What is said, in the reader's language, of a club with this name. */
    @FunctionalInterface
    private interface Said {
        String in(Locale language, String club);
    }

    private void tellOwners(long clubId, String occasion, boolean withLink, Said said) {
        String club = Message.escape(clubs.name(clubId));
        List<Long> owners = staff.owners(clubId);
        for (UserInfo owner : users.getAll(owners).values()) {
            Message message = Message.of(said.in(owner.language(), club));
            if (withLink) {
                String page = settings.baseUrl() + "/club/" + clubId + "/subscription";
                message = message.with(Keyboard.Inline.column(
                        new Button.Url(text(owner.language(), "notify.subscription.open"), page)));
            }
            messenger.send(
                    Bot.STAFF,
                    owner.telegramId(),
                    message,
                    Priority.TRANSACTIONAL,
                    occasion + ":" + clubId + ":" + owner.id());
        }
    }

    private static String day(@Nullable LocalDate day, Locale language) {
        return day == null ? "–" : Formats.date(day, language);
    }

    private String text(Locale language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
