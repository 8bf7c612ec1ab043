package ru.trenergram.subscriptions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.clubs.ClubTariffs;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.subscriptions.SubscriptionEntry.Kind;
import ru.trenergram.subscriptions.SubscriptionRows.Change;
import ru.trenergram.tariffs.Tariff;
import ru.trenergram.tariffs.TariffExceededException;
import ru.trenergram.tariffs.Tariffs;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * What a club's owner sees of its subscription, and the change of tariff, which a super-admin can make for them.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the club's staff, and {@code forbidden}
 * for whoever there is not its owner.
 */
@Service
@Transactional
public class Subscriptions {

    private final SubscriptionRows rows;
    private final Enforcement enforcement;
    private final SubscriptionChanges changes;
    private final StaffMembers staff;
    private final Superadmins superadmins;
    private final ClubTariffs clubs;
    private final Tariffs tariffs;
    private final Users users;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Subscriptions(
            SubscriptionRows rows,
            Enforcement enforcement,
            SubscriptionChanges changes,
            StaffMembers staff,
            Superadmins superadmins,
            ClubTariffs clubs,
            Tariffs tariffs,
            Users users,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.enforcement = enforcement;
        this.changes = changes;
        this.staff = staff;
        this.superadmins = superadmins;
        this.clubs = clubs;
        this.tariffs = tariffs;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /** A club's subscription; whether somebody may see it is the caller's to check. */
    @Transactional(readOnly = true)
    public Subscription get(long clubId) {
        return rows.get(clubId);
    }

    /** An entry of a subscription; whether somebody may see it is the caller's to check. */
    @Transactional(readOnly = true)
    public SubscriptionEntry entry(long id) {
        return rows.entry(id).orElseThrow(DomainException::notFound);
    }

    @Transactional(readOnly = true)
    public ClubSubscription view(long staffId, long clubId) {
        Membership membership = requireOwner(staffId, clubId);
        Subscription subscription = rows.get(clubId);
        Tariff chosen = tariffs.get(subscription.tariffCode());
        return new ClubSubscription(
                membership.club(),
                subscription,
                chosen,
                tariffs.get(clubs.inForce(clubId)),
                today(subscription),
                clubs.trainers(clubId).size(),
                names(clubs.frozenTrainers(clubId)),
                rows.entries(clubId),
                Stream.concat(tariffs.offered().stream(), Stream.of(chosen))
                        .distinct()
                        .toList());
    }

    /** What a change of tariff would mean; nothing is changed. */
    @Transactional(readOnly = true)
    public TariffPreview preview(long staffId, long clubId, String tariffCode) {
        requireOwner(staffId, clubId);
        return preview(clubId, tariffCode);
    }

    /** The same for a super-admin; to everybody else there is nothing. */
    @Transactional(readOnly = true)
    public TariffPreview preview(Caller superadmin, long clubId, String tariffCode) {
        superadmins.require(superadmin);
        return preview(clubId, tariffCode);
    }

    private TariffPreview preview(long clubId, String tariffCode) {
        Subscription former = rows.get(clubId);
        Tariff tariff = tariffs.get(tariffCode);
        Subscription then = changed(former, tariff);
        List<Long> trainers = clubs.trainers(clubId);
        List<String> frozenNow = names(clubs.frozenTrainers(clubId));
        boolean atOnce = isAtOnce(then);
        return new TariffPreview(
                tariff,
                atOnce,
                former.paidUntil(),
                then.paidUntil(),
                trainers.size(),
                names(beyond(tariff, trainers)),
                frozenNow,
                atOnce ? List.of() : frozenNow);
    }

    /**
     * Chooses another tariff, at its price of today. What is left of the paid time buys days of it; where none is left, it
     * is in force with the next payment, and a free one at once.
     *
     * @param version the one of the subscription that the person has seen
     * @throws StaleVersionException with the subscription as it is now
     * @throws TariffExceededException with the names of the trainers for whom it has no place
     * @throws DomainException {@code validation_failed} for a tariff that is not offered
     */
    public Subscription change(long staffId, long clubId, String tariffCode, int version) {
        requireOwner(staffId, clubId);
        return change(Side.STAFF, staffId, clubId, tariffCode, version);
    }

    /** The same by a super-admin, of which the club's owners are told; to everybody else there is nothing. */
    public Subscription change(Caller superadmin, long clubId, String tariffCode, int version) {
        superadmins.require(superadmin);
        return change(Side.SUPERADMIN, superadmin.userId(), clubId, tariffCode, version);
    }

    private Subscription change(Side side, long actorId, long clubId, String tariffCode, int version) {
        Subscription former = rows.lock(clubId);
        if (former.version() != version) {
            throw new StaleVersionException(former);
        }
        if (former.tariffCode().equals(tariffCode)) {
            return former;
        }
        clubs.lock(clubId);
        Tariff tariff = tariffs.hold(tariffCode);
        if (tariff.retired()) {
            throw DomainException.invalid("tariff", "invalid");
        }
        List<Long> over = beyond(tariff, clubs.trainers(clubId));
        if (!over.isEmpty()) {
            throw new TariffExceededException(tariff.trainerLimit().orElseThrow(), names(over));
        }
        Subscription now = changed(former, tariff);
        long entry = rows.append(former, now, Kind.TARIFF_CHANGE, Change.NOTHING, "", actorId);
        rows.save(now);
        changes.tariff(side, actorId, former, now);
        if (isAtOnce(now)) {
            enforcement.put(side, actorId, clubId, tariffCode);
        }
        if (side == Side.SUPERADMIN) {
            events.publishEvent(new SubscriptionEvents.EntryMade(clubId, entry)); // the owner knows of their own
        }
        return rows.get(clubId);
    }

    private Subscription changed(Subscription former, Tariff tariff) {
        return former.with(
                tariff.code(),
                tariff.price(),
                PaidTime.atPrice(former.paidUntil(), former.price(), tariff.price(), today(former)));
    }

    private boolean isAtOnce(Subscription changed) {
        return switch (changed.state(today(changed))) {
            case FREE, PAID -> true;
            case UNPAID, GRACE, EXPIRED -> false;
        };
    }

    /** Those who joined last, and would have no place. */
    private static List<Long> beyond(Tariff tariff, List<Long> trainers) {
        return trainers.stream()
                .skip(tariff.trainerLimit().orElse(Integer.MAX_VALUE))
                .toList();
    }

    private List<String> names(Collection<Long> ids) {
        Map<Long, UserInfo> people = users.getAll(ids);
        return ids.stream()
                .map(id -> Objects.requireNonNull(people.get(id)).person().fullName())
                .toList();
    }

    private Membership requireOwner(long staffId, long clubId) {
        Membership membership = staff.panelMembership(staffId, clubId);
        if (!membership.role().managesSubscription()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        return membership;
    }

    private LocalDate today(Subscription subscription) {
        return LocalDate.ofInstant(clock.instant(), subscription.zone());
    }
}
