package ru.trenergram.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Formats;
import ru.trenergram.clubs.ClubFreezes;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.telegram.spi.Bot;
import ru.trenergram.telegram.spi.Message;
import ru.trenergram.telegram.spi.Message.Document;
import ru.trenergram.telegram.spi.Messenger;
import ru.trenergram.telegram.spi.Messenger.Priority;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * Sends the reports that are due. The file is queued and the subscription moved on to its next period in one transaction,
 * under the subscription's lock, and the message is named by the period: so each period goes out once, on whatever nodes
 * and however often this runs. After a downtime every period that was missed is sent.
 */
@Service
@Transactional
class ReportDelivery {

    private final ReportSubscriptions subscriptions;
    private final ReportFiles files;
    private final StaffMembers staff;
    private final ClubFreezes freezes;
    private final Users users;
    private final Messenger messenger;
    private final MessageSource texts;

    ReportDelivery(
            ReportSubscriptions subscriptions,
            ReportFiles files,
            StaffMembers staff,
            ClubFreezes freezes,
            Users users,
            Messenger messenger,
            MessageSource texts) {
        this.subscriptions = subscriptions;
        this.files = files;
        this.staff = staff;
        this.freezes = freezes;
        this.users = users;
        this.messenger = messenger;
        this.texts = texts;
    }

    /** Sends at most {@code limit} of those that are due, and returns their number. */
    int deliverDue(int limit, Long... except) {
        List<ReportSubscription> due = subscriptions.takeDue(limit, except);
        due.forEach(this::deliver);
        return due.size();
    }

    /** Names what {@link #deliverDue} would send. */
    @Transactional(readOnly = true)
    List<Long> due(int limit, Long... except) {
        return subscriptions.due(limit, except);
    }

    void deliver(long id) {
        subscriptions.take(id).ifPresent(this::deliver);
    }

    /**
     * Who left the club, or may not have the report any more, gets nothing and is subscribed no longer; nor do the staff of
     * a frozen club get anything, whose subscriptions wait for its thaw.
     */
    private void deliver(ReportSubscription subscription) {
        Optional<Membership> place = staff.memberships(subscription.userId()).stream()
                .filter(membership -> membership.club().id() == subscription.clubId())
                .findFirst();
        if (place.isPresent() && freezes.find(subscription.clubId()).isPresent()) {
            subscriptions.advance(subscription, place.get().club().timezone());
        } else if (place.isPresent() && ReportSubscriptions.mayHave(place.get(), subscription.report())) {
            send(subscription, place.get());
        } else {
            subscriptions.end(subscription);
        }
    }

    private void send(ReportSubscription subscription, Membership place) {
        ClubPeriod period = new ClubPeriod(place.club(), subscription.from(), subscription.to());
        UserInfo reader = users.get(subscription.userId());
        messenger.send(
                Bot.STAFF,
                reader.telegramId(),
                message(subscription, period, reader.language()),
                Priority.TRANSACTIONAL,
                "report:" + subscription.id() + ":" + subscription.nextDay());
        subscriptions.advance(subscription, period.club().timezone());
    }

    private Message message(ReportSubscription subscription, ClubPeriod period, Locale language) {
        ClubReport report = subscription.report();
        Path file = files.write(report, period, subscription.format(), language);
        try {
            Object[] arguments = {
                texts.getMessage(report.messageKey(), null, language),
                Message.escape(period.club().name()),
                Formats.date(period.from(), language),
                Formats.date(period.to(), language)
            };
            return Message.of(texts.getMessage("analytics.report", arguments, language))
                    .withDocument(new Document(
                            subscription.format().fileName(report.fileName(period)), Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Exports.delete(file);
        }
    }
}
