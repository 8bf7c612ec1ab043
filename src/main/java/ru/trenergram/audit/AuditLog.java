package ru.trenergram.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was changed, the newest first. Who may see what is for the caller to check. */
@Service
@Transactional(readOnly = true)
public class AuditLog {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What is looked for; null is everything.
     *
     * @param thingId goes with {@code what}
     * @param from the first moment
     * @param before the first moment that is too late
     */
    public record Filter(
            Changed.@Nullable Thing what,
            @Nullable String thingId,
            @Nullable Long actorId,
            @Nullable Long clubId,
            @Nullable Instant from,
            @Nullable Instant before) {

        public static final Filter EVERYTHING = new Filter(null, null, null, null, null, null);

        public static Filter of(Changed.Thing what, Object thingId) {
            return new Filter(what, thingId.toString(), null, null, null, null);
        }

        public static Filter ofActor(long userId) {
            return new Filter(null, null, userId, null, null, null);
        }

        public static Filter ofClub(long clubId) {
            return new Filter(null, null, null, clubId, null, null);
        }
    }

    /** Where a page ends. */
    public record Key(Instant at, long id) {}

    /** @param after the last entry of the page before */
    public List<AuditEntry> entries(Filter filter, @Nullable Key after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        List<Object> values = new ArrayList<>();
        add("thing = ?", filter.what() == null ? null : filter.what().name(), conditions, values);
        add("thing_id = ?", filter.thingId(), conditions, values);
        add("actor_id = ?", filter.actorId(), conditions, values);
        add("club_id = ?", filter.clubId(), conditions, values);
        add("at >= ?", filter.from() == null ? null : Timestamp.from(filter.from()), conditions, values);
        add("at < ?", filter.before() == null ? null : Timestamp.from(filter.before()), conditions, values);
        if (after != null) {
            conditions.add("(at, id) < (?, ?)");
            values.addAll(List.of(Timestamp.from(after.at()), after.id()));
        }
        values.add(limit);
        return jdbc.sql("SELECT * FROM audit_entry WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY at DESC, id DESC LIMIT ?")
                .params(values)
                .query(this::entry)
                .list();
    }

    private static void add(String condition, @Nullable Object value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private AuditEntry entry(ResultSet row, int n) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                Changed.Side.valueOf(row.getString("side")),
                row.getObject("actor_id", Long.class),
                Changed.Thing.valueOf(row.getString("thing")),
                row.getString("thing_id"),
                row.getObject("club_id", Long.class),
                json.readValue(row.getString("before"), FIELDS),
                json.readValue(row.getString("after"), FIELDS));
    }
}
