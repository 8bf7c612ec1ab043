package ru.trenergram.subscriptions;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.tariffs.Tariff;

/**
 * Takes the steps of paid time that runs out. A subscription is locked for its step, and the step is written down under a
 * unique key: whatever runs at once, or again, takes it once.
 */
@Service
@Transactional
class SubscriptionSteps {

    private static final String DUE = " WHERE next_step_at <= ? AND subscription.club_id <> ALL (?)"
            + " ORDER BY next_step_at, subscription.club_id LIMIT ?";

    private final JdbcClient jdbc;
    private final SubscriptionRows rows;
    private final Enforcement enforcement;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubscriptionSteps(
            JdbcClient jdbc,
            SubscriptionRows rows,
            Enforcement enforcement,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.enforcement = enforcement;
        this.events = events;
        this.clock = clock;
    }

    /** Takes the steps of at most so many subscriptions, and returns their number. */
    int takeDue(int limit, Long... except) {
        List<Subscription> due = jdbc.sql(SubscriptionRows.SELECT + DUE + " FOR UPDATE OF subscription SKIP LOCKED")
                .params(now(), except, limit)
                .query(SubscriptionRows::subscription)
                .list();
        due.forEach(this::take);
        return due.size();
    }

    /** Names the clubs of which {@link #takeDue} would take steps. */
    @Transactional(readOnly = true)
    List<Long> due(int limit, Long... except) {
        return jdbc.sql("SELECT club_id FROM subscription" + DUE)
                .params(now(), except, limit)
                .query(Long.class)
                .list();
    }

    /** Takes the step of a club, if it is due. */
    void takeOf(long clubId) {
        take(rows.lock(clubId));
    }

    private void take(Subscription subscription) {
        LocalDate paidUntil = subscription.paidUntil();
        if (paidUntil != null) {
            Step.current(paidUntil, subscription.zone(), clock.instant())
                    .filter(step -> rows.take(subscription.clubId(), paidUntil, step))
                    .ifPresent(step -> taken(subscription.clubId(), paidUntil, step));
        }
        rows.saveNextStep(subscription);
    }

    private void taken(long clubId, LocalDate paidUntil, Step step) {
        if (step == Step.FALL) {
            enforcement.put(Side.SYSTEM, null, clubId, Tariff.FREE);
        }
        events.publishEvent(new SubscriptionEvents.StepTaken(clubId, paidUntil, step));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
