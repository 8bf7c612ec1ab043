package ru.trenergram.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.ClubFreezes;
import ru.trenergram.clubs.Location;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;

/**
 * All clubs of the platform with what they pay, for super-admins.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody else.
 */
@Service
@Transactional(readOnly = true)
public class ClubRegister {

    /** Paid time that ends within so many days is about to. */
    public static final int EXPIRING_DAYS = 7;

    private static final String TODAY = "(:now::timestamptz AT TIME ZONE club.timezone)::date";

    private static final String FROM = """
            FROM club
            JOIN subscription ON subscription.club_id = club.id
            JOIN tariff in_force ON in_force.code = club.tariff_code
            """;

    private static final String COLUMNS = """
            SELECT club.id, club.name, club.city, club.created_at, club.timezone, club.public, club.frozen_at,
                   club.tariff_code AS in_force_code, in_force.trainer_limit, subscription.club_id,
                   subscription.tariff_code, subscription.price, subscription.paid_until, subscription.version,
                   (SELECT count(*) FROM club_trainer t WHERE t.club_id = club.id AND t.status = 'ACTIVE') AS trainers,
                   array(SELECT concat_ws(' ', first_name, last_name) FROM staff_member s JOIN users ON users.id = s.user_id
                         WHERE s.club_id = club.id AND s.role = 'OWNER' ORDER BY s.since, s.user_id) AS owners,
                   (SELECT step FROM subscription_notice n
                    WHERE n.club_id = club.id AND n.paid_until = subscription.paid_until
                    ORDER BY at DESC LIMIT 1) AS last_step,
            """ + TODAY + " AS today ";

    private final JdbcClient jdbc;
    private final SubscriptionRows rows;
    private final ClubFreezes freezes;
    private final Superadmins superadmins;
    private final Clock clock;

    ClubRegister(JdbcClient jdbc, SubscriptionRows rows, ClubFreezes freezes, Superadmins superadmins, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.freezes = freezes;
        this.superadmins = superadmins;
        this.clock = clock;
    }

    /** Which clubs. */
    public enum Standing {
        /** Those that work. */
        OPEN,
        FROZEN,
        EXPIRING,
        GRACE,
        EXPIRED,
        UNPAID,
        PAID,
        FREE
    }

    /**
     * What is looked for; null is everything.
     *
     * @param text a part of the club's name or city, or of an owner's name, in any case
     * @param tariff the code of the chosen one
     */
    public record Filter(
            @Nullable String text,
            @Nullable String tariff,
            @Nullable Standing standing) {}

    /** What a list is ordered by. */
    public enum Order {
        NAME("club.name COLLATE \"ru-RU-x-icu\", club.id"),
        /** What ends first comes first, what has no end last. */
        PAID_UNTIL("subscription.paid_until NULLS LAST, club.id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /**
     * @param inForce the code of the tariff in force
     * @param trainers how many are approved
     * @param limit of the tariff in force; null for none
     * @param today in the club's zone
     * @param lastStep of its present paid time
     */
    public record Row(
            long id,
            String name,
            String city,
            Instant createdAt,
            List<String> owners,
            String inForce,
            int trainers,
            @Nullable Integer limit,
            Subscription subscription,
            LocalDate today,
            boolean isPublic,
            boolean frozen,
            @Nullable Step lastStep) {

        public Subscription.State state() {
            return subscription.state(today);
        }

        /** Whether the club has chosen what it has not (yet, or any more). */
        public boolean isWaiting() {
            return !inForce.equals(subscription.tariffCode());
        }
    }

    /** A step of a club's paid time that was taken. */
    public record Notice(LocalDate paidUntil, Step step, Instant at) {}

    /** @param entries and {@code notices}: the newest first */
    public record Card(
            Row club,
            List<Location> locations,
            ClubFreezes.@Nullable Freeze freeze,
            List<SubscriptionEntry> entries,
            List<Notice> notices) {}

    public List<Row> page(Caller superadmin, Filter filter, Order order, int offset, int limit) {
        superadmins.require(superadmin);
        Map<String, Object> values = new HashMap<>(Map.of("offset", offset, "limit", limit));
        String where = where(filter, values);
        return jdbc.sql(COLUMNS + FROM + where + " ORDER BY " + order.sql + " OFFSET :offset LIMIT :limit")
                .params(values)
                .query(ClubRegister::row)
                .list();
    }

    public int count(Caller superadmin, Filter filter) {
        superadmins.require(superadmin);
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        return jdbc.sql("SELECT count(*) " + FROM + where)
                .params(values)
                .query(Integer.class)
                .single();
    }

    /** @throws DomainException {@code not_found} also when there is no such club */
    public Card card(Caller superadmin, long clubId) {
        superadmins.require(superadmin);
        Row club = jdbc.sql(COLUMNS + FROM + " WHERE club.id = :club")
                .param("now", Timestamp.from(clock.instant()))
                .param("club", clubId)
                .query(ClubRegister::row)
                .optional()
                .orElseThrow(DomainException::notFound);
        List<Location> locations = jdbc.sql(
                        "SELECT id, club_id, name, address FROM location WHERE club_id = ? ORDER BY id")
                .param(clubId)
                .query(Location.class)
                .list();
        return new Card(club, locations, freezes.find(clubId).orElse(null), rows.entries(clubId), notices(clubId));
    }

    private List<Notice> notices(long clubId) {
        return jdbc.sql("SELECT * FROM subscription_notice WHERE club_id = ? ORDER BY at DESC, paid_until DESC")
                .param(clubId)
                .query((row, n) -> new Notice(
                        row.getObject("paid_until", LocalDate.class),
                        Step.valueOf(row.getString("step")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private String where(Filter filter, Map<String, Object> values) {
        values.put("now", Timestamp.from(clock.instant()));
        List<String> conditions = new ArrayList<>(List.of("true"));
        String text = filter.text();
        if (text != null && !text.isBlank()) {
            values.put("text", text.strip());
            conditions.add("""
                    (position(lower(:text) IN lower(club.name || ' ' || club.city)) > 0
                     OR EXISTS (SELECT FROM staff_member s JOIN users ON users.id = s.user_id
                                WHERE s.club_id = club.id AND s.role = 'OWNER'
                                  AND position(lower(:text) IN lower(concat_ws(' ', first_name, last_name))) > 0))
                    """);
        }
        if (filter.tariff() != null) {
            values.put("tariff", filter.tariff());
            conditions.add("subscription.tariff_code = :tariff");
        }
        if (filter.standing() != null) {
            values.put("expiring", EXPIRING_DAYS);
            values.put("grace", PaidTime.GRACE_DAYS);
            conditions.add(condition(filter.standing()));
        }
        return " WHERE " + String.join(" AND ", conditions);
    }

    /** The SQL of {@link Subscription#state}. */
    private static String condition(Standing standing) {
        return switch (standing) {
            case OPEN -> "club.frozen_at IS NULL";
            case FROZEN -> "club.frozen_at IS NOT NULL";
            case EXPIRING -> "paid_until BETWEEN " + TODAY + " AND " + TODAY + " + :expiring";
            case PAID -> "paid_until >= " + TODAY;
            case GRACE -> "paid_until < " + TODAY + " AND paid_until + :grace >= " + TODAY;
            case EXPIRED -> "paid_until + :grace < " + TODAY;
            case UNPAID -> "subscription.price > 0 AND paid_until IS NULL";
            case FREE -> "subscription.price = 0";
        };
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String step = row.getString("last_step");
        return new Row(
                row.getLong("id"),
                row.getString("name"),
                row.getString("city"),
                row.getTimestamp("created_at").toInstant(),
                List.of((String[]) row.getArray("owners").getArray()),
                row.getString("in_force_code"),
                row.getInt("trainers"),
                row.getObject("trainer_limit", Integer.class),
                SubscriptionRows.subscription(row, n),
                row.getObject("today", LocalDate.class),
                row.getBoolean("public"),
                row.getTimestamp("frozen_at") != null,
                step == null ? null : Step.valueOf(step));
    }
}
