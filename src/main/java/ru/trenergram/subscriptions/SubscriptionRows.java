package ru.trenergram.subscriptions;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.subscriptions.SubscriptionEntry.Kind;

/** The rows of subscriptions, of their entries and of the steps taken. */
@Component
class SubscriptionRows {

    static final String SELECT = """
            SELECT subscription.*, club.timezone FROM subscription JOIN club ON club.id = subscription.club_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SubscriptionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Subscription get(long clubId) {
        return read(clubId, "");
    }

    /** Nobody else changes it until the end of the transaction. */
    Subscription lock(long clubId) {
        return read(clubId, " FOR UPDATE OF subscription");
    }

    private Subscription read(long clubId, String lock) {
        return jdbc.sql(SELECT + "WHERE club_id = ?" + lock)
                .param(clubId)
                .query(SubscriptionRows::subscription)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    void insert(long clubId, String tariffCode, Money price) {
        jdbc.sql("INSERT INTO subscription (club_id, tariff_code, price) VALUES (?, ?, ?)")
                .params(clubId, tariffCode, price.amount())
                .update();
    }

    /** Saves it with its next step: the one that is current, unless it was taken, or the one to come. */
    void save(Subscription subscription) {
        jdbc.sql("""
                        UPDATE subscription
                        SET tariff_code = ?, price = ?, paid_until = ?, next_step_at = ?, version = version + 1
                        WHERE club_id = ?
                        """)
                .param(subscription.tariffCode())
                .param(subscription.price().amount())
                .param(date(subscription.paidUntil()))
                .param(timestamp(nextStep(subscription)))
                .param(subscription.clubId())
                .update();
    }

    void saveNextStep(Subscription subscription) {
        jdbc.sql("UPDATE subscription SET next_step_at = ? WHERE club_id = ?")
                .param(timestamp(nextStep(subscription)))
                .param(subscription.clubId())
                .update();
    }

    private @Nullable Instant nextStep(Subscription subscription) {
        LocalDate paidUntil = subscription.paidUntil();
        if (paidUntil == null) {
            return null;
        }
        Instant now = clock.instant();
        ZoneId zone = subscription.zone();
        return Step.current(paidUntil, zone, now)
                .filter(step -> !isTaken(subscription.clubId(), paidUntil, step))
                .or(() -> Step.next(paidUntil, zone, now))
                .map(step -> step.at(paidUntil, zone))
                .orElse(null);
    }

    private boolean isTaken(long clubId, LocalDate paidUntil, Step step) {
        return jdbc.sql("SELECT count(*) FROM subscription_notice WHERE club_id = ? AND paid_until = ? AND step = ?")
                        .params(clubId, Date.valueOf(paidUntil), step.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return false when it was taken before */
    boolean take(long clubId, LocalDate paidUntil, Step step) {
        return jdbc.sql("""
                        INSERT INTO subscription_notice (club_id, paid_until, step, at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                        .params(clubId, Date.valueOf(paidUntil), step.name(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /**
     * Writes down what moved the last paid day.
     *
     * @param now the subscription as it has become
     */
    long append(Subscription former, Subscription now, Kind kind, Change change, String comment, long actorId) {
        return jdbc.sql("""
                        INSERT INTO subscription_entry (club_id, kind, amount, months, days, tariff_code, price, paid_before,
                                                        paid_after, refund_of, comment, actor_id, created_at, key)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(now.clubId(), kind.name(), change.amount(), change.months(), change.days())
                .params(now.tariffCode(), now.price().amount())
                .param(date(former.paidUntil()))
                .param(date(now.paidUntil()))
                .param(change.refundOf())
                .params(comment, actorId, Timestamp.from(clock.instant()))
                .param(change.key())
                .query(Long.class)
                .single();
    }

    /** @param amount in minor units */
    record Change(
            long amount,
            int months,
            int days,
            @Nullable Long refundOf,
            @Nullable UUID key) {

        static final Change NOTHING = new Change(0, 0, 0, null, null);
    }

    /** The newest first. */
    List<SubscriptionEntry> entries(long clubId) {
        return jdbc.sql("SELECT * FROM subscription_entry WHERE club_id = ? ORDER BY id DESC")
                .param(clubId)
                .query(SubscriptionRows::entry)
                .list();
    }

    Optional<SubscriptionEntry> entry(long id) {
        return jdbc.sql("SELECT * FROM subscription_entry WHERE id = ?")
                .param(id)
                .query(SubscriptionRows::entry)
                .optional();
    }

    Optional<SubscriptionEntry> entry(UUID key) {
        return jdbc.sql("SELECT * FROM subscription_entry WHERE key = ?")
                .param(key)
                .query(SubscriptionRows::entry)
                .optional();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    static Subscription subscription(ResultSet row, int n) throws SQLException {
        return new Subscription(
                row.getLong("club_id"),
                row.getString("tariff_code"),
                Money.rubles(row.getLong("price")),
                row.getObject("paid_until", LocalDate.class),
                ZoneId.of(row.getString("timezone")),
                row.getInt("version"));
    }

    private static SubscriptionEntry entry(ResultSet row, int n) throws SQLException {
        return new SubscriptionEntry(
                row.getLong("id"),
                row.getLong("club_id"),
                Kind.valueOf(row.getString("kind")),
                Money.rubles(row.getLong("amount")),
                row.getInt("months"),
                row.getInt("days"),
                row.getString("tariff_code"),
                row.getObject("paid_before", LocalDate.class),
                row.getObject("paid_after", LocalDate.class),
                row.getObject("refund_of", Long.class),
                row.getString("comment"),
                row.getLong("actor_id"),
                row.getTimestamp("created_at").toInstant());
    }
}
