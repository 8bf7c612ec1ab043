package ru.trenergram.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Facts;
import ru.trenergram.security.Caller;
import ru.trenergram.security.Superadmins;

/**
 * Events between the modules that did not get through (docs/operations.md, "After a crash"), for super-admins to look
 * after.
 *
 * <p>Every method throws {@link DomainException} {@code not_found} for everybody else.
 */
@Service
public class FailedEvents {

    /** More are not shown; the oldest are. */
    public static final int MOST = 500;

    private final JdbcClient jdbc;
    private final FailedEventPublications failed;
    private final Superadmins superadmins;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    FailedEvents(
            JdbcClient jdbc,
            FailedEventPublications failed,
            Superadmins superadmins,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.failed = failed;
        this.superadmins = superadmins;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * An event that one listener has not heard.
     *
     * @param type and {@code listener} without their packages
     * @param content as JSON
     * @param givenUp whether nobody tries any more; else it is told again every minute
     */
    public record FailedEvent(
            UUID id,
            String type,
            String listener,
            String content,
            Instant publishedAt,
            int attempts,
            boolean givenUp) {}

    /** The oldest first. */
    public List<FailedEvent> list(Caller superadmin) {
        superadmins.require(superadmin);
        return jdbc.sql("""
                        SELECT id, event_type, listener_id, serialized_event, publication_date,
                            coalesce(completion_attempts, 0) AS attempts, false AS given_up
                        FROM event_publication WHERE status = 'FAILED'
                        UNION ALL
                        SELECT id, event_type, listener_id, serialized_event, publication_date, 0, true FROM event_given_up
                        ORDER BY publication_date, id LIMIT ?
                        """).param(MOST).query(FailedEvents::row).list();
    }

    /** Tells them to their listeners again, at once; those that were given up as often as anew. How many there were. */
    public int retry(Caller superadmin, Set<UUID> ids) {
        superadmins.require(superadmin);
        UUID[] all = ids.toArray(UUID[]::new);
        Integer found = transaction.execute(_ -> {
            jdbc.sql("""
                            WITH again AS (DELETE FROM event_given_up WHERE id = ANY (?) RETURNING *)
                            INSERT INTO event_publication
                                (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
                            SELECT id, listener_id, event_type, serialized_event, publication_date, 'FAILED', 0 FROM again
                            """).param(all).update();
            int count = jdbc.sql("SELECT count(*) FROM event_publication WHERE id = ANY (?) AND status = 'FAILED'")
                    .param(all)
                    .query(Integer.class)
                    .single();
            tell(superadmin, ids, count, "told_again");
            return count;
        });
        failed.resubmit(ResubmissionOptions.defaults()
                .withBatchSize(MOST)
                .withMaxInFlight(MOST)
                .withFilter(publication -> ids.contains(publication.getIdentifier())));
        return found == null ? 0 : found;
    }

    /** Their listeners will never hear of them; how many there were. */
    public int drop(Caller superadmin, Set<UUID> ids) {
        superadmins.require(superadmin);
        UUID[] all = ids.toArray(UUID[]::new);
        Integer dropped = transaction.execute(_ -> {
            int count = jdbc.sql("DELETE FROM event_publication WHERE id = ANY (?) AND status = 'FAILED'")
                            .param(all)
                            .update()
                    + jdbc.sql("DELETE FROM event_given_up WHERE id = ANY (?)")
                            .param(all)
                            .update();
            tell(superadmin, ids, count, "dropped");
            return count;
        });
        return dropped == null ? 0 : dropped;
    }

    private void tell(Caller superadmin, Set<UUID> ids, int count, String what) {
        if (count > 0) {
            String id = ids.size() == 1 ? ids.iterator().next().toString() : "*";
            events.publishEvent(Changed.bySuperadmin(
                    superadmin.userId(),
                    Thing.EVENT,
                    id,
                    Facts.none(),
                    Facts.none().with(what, count)));
        }
    }

    private static FailedEvent row(ResultSet row, int n) throws SQLException {
        return new FailedEvent(
                row.getObject("id", UUID.class),
                simple(row.getString("event_type")),
                listener(row.getString("listener_id")),
                row.getString("serialized_event"),
                row.getTimestamp("publication_date").toInstant(),
                row.getInt("attempts"),
                row.getBoolean("given_up"));
    }

    /** “ru.trenergram.x.Y.on(ru.trenergram.z.E)” is “Y.on”. */
    private static String listener(String id) {
        String method = id.replaceFirst("\\(.*", "");
        int name = method.lastIndexOf('.');
        return simple(method.substring(0, Math.max(name, 0))) + method.substring(Math.max(name, 0));
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
