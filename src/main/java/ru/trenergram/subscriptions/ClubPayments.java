package ru.trenergram.subscriptions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Money;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.subscriptions.SubscriptionEntry.Kind;
import ru.trenergram.subscriptions.SubscriptionRows.Change;

/**
 * What clubs pay to the platform, as super-admins enter it: nothing that was entered is ever changed. How each moves the
 * last paid day is said in {@link PaidTime}; the club's owners are told. Each takes a key that names what the person
 * wanted, and with it a repeat changes nothing.
 *
 * <p>Throws {@link DomainException} {@code not_found}, also for everybody who is no super-admin; {@code
 * validation_failed}; {@code idempotency_mismatch} for a key that was used for something else.
 */
@Service
@Transactional
public class ClubPayments {

    public static final int MOST_MONTHS = 36;
    public static final int MOST_DAYS = 366;
    public static final int LONGEST_COMMENT = 300;
    private static final long HIGHEST_AMOUNT = 1_000_000_000;

    private final SubscriptionRows rows;
    private final Enforcement enforcement;
    private final SubscriptionChanges changes;
    private final Superadmins superadmins;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClubPayments(
            SubscriptionRows rows,
            Enforcement enforcement,
            SubscriptionChanges changes,
            Superadmins superadmins,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.enforcement = enforcement;
        this.changes = changes;
        this.superadmins = superadmins;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A club has paid for some months; the tariff it has chosen is in force from now on.
     *
     * @param months from 1 to {@link #MOST_MONTHS}
     */
    public SubscriptionEntry record(
            Caller superadmin, UUID key, long clubId, Money amount, int months, String comment) {
        require("amount", amount.amount() >= 1, "min", 1);
        require("amount", amount.amount() <= HIGHEST_AMOUNT, "max", HIGHEST_AMOUNT / 100);
        require("months", months >= 1, "min", 1);
        require("months", months <= MOST_MONTHS, "max", MOST_MONTHS);
        Change change = new Change(amount.amount(), months, 0, null, key);
        return enter(superadmin, clubId, Kind.PAYMENT, change, comment, former -> {
            requirePrice(former);
            return former.paidUntil(PaidTime.withMonths(former.paidUntil(), months, today(former)));
        });
    }

    /**
     * Money of a payment has been returned.
     *
     * @param amount at most what is left of the payment
     * @param months that are taken back for it, at most as many as are left of the payment
     */
    public SubscriptionEntry refund(
            Caller superadmin, UUID key, long paymentId, Money amount, int months, String comment) {
        superadmins.require(superadmin);
        SubscriptionEntry payment = rows.entry(paymentId)
                .filter(entry -> entry.kind() == Kind.PAYMENT)
                .orElseThrow(DomainException::notFound);
        Change change = new Change(-amount.amount(), -months, 0, paymentId, key);
        return enter(superadmin, payment.clubId(), Kind.REFUND, change, comment, former -> {
            Left left = left(payment);
            require("amount", amount.amount() >= 1, "min", 1);
            require(
                    "amount",
                    amount.amount() <= left.amount().amount(),
                    "max",
                    left.amount().amount() / 100);
            require("months", months >= 0, "min", 0);
            require("months", months <= left.months(), "max", left.months());
            LocalDate paidUntil = former.paidUntil();
            return paidUntil == null
                    ? former
                    : former.paidUntil(PaidTime.withoutMonths(paidUntil, months, today(former)));
        });
    }

    /**
     * A club gets days for nothing.
     *
     * @param days from 1 to {@link #MOST_DAYS}
     * @param reason must not be empty
     */
    public SubscriptionEntry prolong(Caller superadmin, UUID key, long clubId, int days, String reason) {
        require("days", days >= 1, "min", 1);
        require("days", days <= MOST_DAYS, "max", MOST_DAYS);
        require("comment", !reason.isBlank(), "required");
        return enter(superadmin, clubId, Kind.PROLONGATION, new Change(0, 0, days, null, key), reason, former -> {
            requirePrice(former);
            return former.paidUntil(PaidTime.withDays(former.paidUntil(), days, today(former)));
        });
    }

    /** What of a payment was not returned. */
    public record Left(Money amount, int months) {}

    @Transactional(readOnly = true)
    public Left left(Caller superadmin, long paymentId) {
        superadmins.require(superadmin);
        return left(rows.entry(paymentId)
                .filter(entry -> entry.kind() == Kind.PAYMENT)
                .orElseThrow(DomainException::notFound));
    }

    private Left left(SubscriptionEntry payment) {
        long amount = payment.amount().amount();
        int months = payment.months();
        for (SubscriptionEntry entry : rows.entries(payment.clubId())) {
            if (Objects.equals(entry.refundOf(), payment.id())) {
                amount += entry.amount().amount();
                months += entry.months();
            }
        }
        return new Left(Money.rubles(amount), months);
    }

    private SubscriptionEntry enter(
            Caller superadmin,
            long clubId,
            Kind kind,
            Change change,
            String comment,
            UnaryOperator<Subscription> moved) {
        superadmins.require(superadmin);
        require("comment", comment.length() <= LONGEST_COMMENT, "size", 0, LONGEST_COMMENT);
        Subscription former = rows.lock(clubId);
        SubscriptionEntry repeated =
                change.key() == null ? null : rows.entry(change.key()).orElse(null);
        if (repeated != null) {
            return requireSame(repeated, clubId, kind, change);
        }
        Subscription now = moved.apply(former);
        long id = rows.append(former, now, kind, change, comment.strip(), superadmin.userId());
        rows.save(now);
        if (now.state(today(now)) == Subscription.State.PAID) {
            enforcement.put(Side.SUPERADMIN, superadmin.userId(), clubId, now.tariffCode());
        }
        SubscriptionEntry entry = rows.entry(id).orElseThrow();
        changes.entry(superadmin.userId(), former, now, entry);
        events.publishEvent(new SubscriptionEvents.EntryMade(clubId, id));
        return entry;
    }

    private static SubscriptionEntry requireSame(SubscriptionEntry entry, long clubId, Kind kind, Change change) {
        boolean same = entry.clubId() == clubId
                && entry.kind() == kind
                && entry.amount().amount() == change.amount()
                && entry.months() == change.months()
                && entry.days() == change.days()
                && Objects.equals(entry.refundOf(), change.refundOf());
        if (!same) {
            throw new DomainException(ErrorCode.IDEMPOTENCY_MISMATCH);
        }
        return entry;
    }

    /** For nothing there is nothing to pay. */
    private static void requirePrice(Subscription subscription) {
        require("tariff", subscription.price().amount() > 0, "invalid");
    }

    private LocalDate today(Subscription subscription) {
        return LocalDate.ofInstant(clock.instant(), subscription.zone());
    }

    private static void require(String field, boolean holds, String code, Object... arguments) {
        if (!holds) {
            throw DomainException.invalid(field, code, arguments);
        }
    }
}
