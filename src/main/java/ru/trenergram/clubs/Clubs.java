package ru.trenergram.clubs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Facts;

/** Clubs and their locations. */
@Service
@Transactional
public class Clubs {

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final ClubChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Clubs(JdbcClient jdbc, StaffMembers staff, ClubChanges changes, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The public catalogue, in the order of names.
     *
     * @param query a part of the name or address, in any case
     * @param city whole, in any case
     * @param after the last club of the page before
     */
    @Transactional(readOnly = true)
    public List<ClubInfo> catalogue(
            @Nullable String query, @Nullable String city, @Nullable ClubInfo after, int limit) {
        return jdbc.sql("SELECT " + ClubRow.COLUMNS + """
                        FROM club
                        WHERE public AND frozen_at IS NULL
                          AND (:query::text IS NULL OR position(lower(:query) IN lower(name || ' ' || address)) > 0)
                          AND (:city::text IS NULL OR lower(city) = lower(:city))
                          AND (:name::text IS NULL OR (name COLLATE "ru-RU-x-icu", id) > (:name, :id))
                        ORDER BY name COLLATE "ru-RU-x-icu", id
                        LIMIT :limit
                        """)
                .param("query", query)
                .param("city", city)
                .param("name", after == null ? null : after.name())
                .param("id", after == null ? 0L : after.id())
                .param("limit", limit)
                .query(ClubRow::of)
                .list();
    }

    /** A club of the public catalogue. */
    @Transactional(readOnly = true)
    public Optional<ClubInfo> find(long clubId) {
        return jdbc.sql("SELECT " + ClubRow.COLUMNS + "FROM club WHERE public AND frozen_at IS NULL AND id = ?")
                .param(clubId)
                .query(ClubRow::of)
                .optional();
    }

    /**
     * What a club is called, be it in the catalogue or not.
     *
     * @throws DomainException {@code not_found}
     */
    @Transactional(readOnly = true)
    public String name(long clubId) {
        return jdbc.sql("SELECT name FROM club WHERE id = ?")
                .param(clubId)
                .query(String.class)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    /**
     * Where a trainer may give sessions: the open locations of the clubs that approved them, in a stable order. They stay
     * open until the transaction ends, so that what is booked there is not booked at a place that is just being closed.
     */
    public List<Location> locationsOf(long trainerId) {
        return jdbc.sql("""
                        SELECT location.id, location.club_id, location.name, location.address
                        FROM location JOIN club_trainer USING (club_id)
                        WHERE club_trainer.trainer_id = ? AND club_trainer.status = 'ACTIVE' AND closed_at IS NULL
                        ORDER BY location.id
                        FOR KEY SHARE OF location
                        """).param(trainerId).query(Location.class).list();
    }

    /** Several locations at once. */
    @Transactional(readOnly = true)
    public Map<Long, Location> locations(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT id, club_id, name, address FROM location WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(Location.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Location::id, Function.identity()));
    }

    public long addLocation(long clubId, String name, String address) {
        long id = jdbc.sql("INSERT INTO location (club_id, name, address) VALUES (?, ?, ?) RETURNING id")
                .params(clubId, name, address)
                .query(Long.class)
                .single();
        changes.bySystem(
                Thing.LOCATION, clubId, id, Facts.none().with("name", name).with("address", address));
        return id;
    }

    /** Makes a club; its owner is on the staff from the start. */
    public long found(String name, String city, String address, ZoneId timezone, String tariff, long ownerId) {
        long id = jdbc.sql("""
                        INSERT INTO club (name, city, address, timezone, tariff_code, public, created_at)
                        VALUES (?, ?, ?, ?, ?, true, ?) RETURNING id
                        """)
                .params(name, city, address, timezone.getId(), tariff, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        Facts founded = Facts.none()
                .with("name", name)
                .with("city", city)
                .with("address", address)
                .with("timezone", timezone.getId())
                .with("tariff", tariff);
        changes.bySystem(Thing.CLUB, id, id, founded);
        staff.add(id, ownerId, StaffRole.OWNER);
        events.publishEvent(new ClubEvents.ClubFounded(id, tariff));
        return id;
    }
}
