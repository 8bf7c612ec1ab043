package ru.trenergram.platform;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Facts;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;
import ru.trenergram.telegram.spi.OutboxDesk;
import ru.trenergram.telegram.spi.OutboxDesk.BotState;
import ru.trenergram.telegram.spi.OutboxDesk.Filter;
import ru.trenergram.telegram.spi.OutboxDesk.GivenUp;
import ru.trenergram.telegram.spi.OutboxDesk.Lane;

/**
 * The messages of the bots that have not gone out, for super-admins to look after.
 *
 * <p>Every method throws {@link DomainException} {@code not_found} for everybody else.
 */
@Service
@Transactional
public class Messages {

    /** So many are put back or dropped at once. */
    public static final int MOST_AT_ONCE = 10_000;

    private final OutboxDesk outbox;
    private final Superadmins superadmins;
    private final ApplicationEventPublisher events;

    Messages(OutboxDesk outbox, Superadmins superadmins, ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.superadmins = superadmins;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Lane> lanes(Caller superadmin) {
        superadmins.require(superadmin);
        return outbox.lanes();
    }

    @Transactional(readOnly = true)
    public List<BotState> bots(Caller superadmin) {
        superadmins.require(superadmin);
        return outbox.bots();
    }

    /** The newest first. @param beforeId the last one of the page before, or null */
    @Transactional(readOnly = true)
    public List<GivenUp> givenUp(Caller superadmin, Filter filter, @Nullable Long beforeId, int limit) {
        superadmins.require(superadmin);
        return outbox.givenUp(filter, beforeId, limit);
    }

    @Transactional(readOnly = true)
    public long countGivenUp(Caller superadmin, Filter filter) {
        superadmins.require(superadmin);
        return outbox.countGivenUp(filter);
    }

    /** Sends those again that are given up still; how many. */
    public int retry(Caller superadmin, Collection<Long> ids) {
        superadmins.require(superadmin);
        return tell(superadmin, ids, outbox.retry(ids), "sent_again");
    }

    /** Like {@link #retry}, all that a filter finds, the oldest {@link #MOST_AT_ONCE}. */
    public int retryAll(Caller superadmin, Filter filter) {
        return retry(superadmin, outbox.ids(filter, MOST_AT_ONCE));
    }

    /** Leaves those at that which are given up still; how many. */
    public int drop(Caller superadmin, Collection<Long> ids) {
        superadmins.require(superadmin);
        return tell(superadmin, ids, outbox.drop(ids), "dropped");
    }

    /** Like {@link #drop}, all that a filter finds, the oldest {@link #MOST_AT_ONCE}. */
    public int dropAll(Caller superadmin, Filter filter) {
        return drop(superadmin, outbox.ids(filter, MOST_AT_ONCE));
    }

    private int tell(Caller superadmin, Collection<Long> ids, int changed, String what) {
        if (changed > 0) {
            String id = ids.size() == 1 ? ids.iterator().next().toString() : "*";
            events.publishEvent(Changed.bySuperadmin(
                    superadmin.userId(),
                    Thing.MESSAGE,
                    id,
                    Facts.none(),
                    Facts.none().with(what, changed)));
        }
        return changed;
    }
}
