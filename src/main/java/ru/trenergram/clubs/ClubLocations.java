package ru.trenergram.clubs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.base.StaleVersionException;

/** A club's locations, as its owners and managers keep them. */
@Service
@Transactional
public class ClubLocations {

    private static final int MAX_LOCATIONS = 50;

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final LocationUse use;
    private final ClubChanges changes;
    private final Clock clock;

    ClubLocations(JdbcClient jdbc, StaffMembers staff, LocationUse use, ClubChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.use = use;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param hours days on which it is not open are absent */
    public record Wish(String name, String address, Map<DayOfWeek, OpeningHours> hours) {}

    /**
     * All locations, the open ones first, each group in the order in which they were made.
     *
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} for cashiers
     */
    @Transactional(readOnly = true)
    public List<ClubLocation> list(long staffId, long clubId) {
        staff.panelMembership(staffId, clubId);
        return read("club_id = ?", clubId);
    }

    /** @throws DomainException {@code not_found}, {@code forbidden}, {@code validation_failed} */
    public long add(long staffId, long clubId, Wish wish) {
        ClubSettings.requireManager(staff, staffId, clubId);
        Wish checked = checked(wish);
        if (read("club_id = ?", clubId).size() >= MAX_LOCATIONS) {
            throw DomainException.invalid("locations", "max", MAX_LOCATIONS);
        }
        long id = jdbc.sql("INSERT INTO location (club_id, name, address) VALUES (?, ?, ?) RETURNING id")
                .params(clubId, checked.name(), checked.address())
                .query(Long.class)
                .single();
        writeHours(id, checked.hours());
        changes.byStaff(staffId, Thing.LOCATION, clubId, id, Facts.none(), get(id).facts());
        return id;
    }

    /**
     * @param version that they saw
     * @throws DomainException {@code not_found}, {@code forbidden}, {@code validation_failed}, {@code stale_version} with
     *     the {@link ClubLocation} as it is now
     */
    public void change(long staffId, long clubId, long id, int version, Wish wish) {
        ClubLocation before = lock(staffId, clubId, id, version);
        Wish checked = checked(wish);
        jdbc.sql("UPDATE location SET name = ?, address = ?, version = version + 1 WHERE id = ?")
                .params(checked.name(), checked.address(), id)
                .update();
        jdbc.sql("DELETE FROM location_hours WHERE location_id = ?").param(id).update();
        writeHours(id, checked.hours());
        changes.byStaff(staffId, Thing.LOCATION, clubId, id, before.facts(), get(id).facts());
    }

    /**
     * Takes no bookings any more. Sessions ahead are never left without their place: as long as there are any, it stays
     * open.
     *
     * @throws DomainException {@code not_found}, {@code forbidden}, {@code stale_version}, {@code location_in_use} with
     *     the number of sessions ahead
     */
    public void close(long staffId, long clubId, long id, int version) {
        ClubLocation before = lock(staffId, clubId, id, version);
        int ahead = use.sessionsAhead(id);
        if (ahead > 0) {
            throw new DomainException(ErrorCode.LOCATION_IN_USE, ahead);
        }
        setClosed(staffId, clubId, before, Timestamp.from(clock.instant()));
    }

    /** @throws DomainException {@code not_found}, {@code forbidden}, {@code stale_version} */
    public void reopen(long staffId, long clubId, long id, int version) {
        setClosed(staffId, clubId, lock(staffId, clubId, id, version), null);
    }

    private void setClosed(long staffId, long clubId, ClubLocation before, @Nullable Timestamp at) {
        jdbc.sql("UPDATE location SET closed_at = ?, version = version + 1 WHERE id = ?")
                .param(at)
                .param(before.id())
                .update();
        changes.byStaff(
                staffId,
                Thing.LOCATION,
                clubId,
                before.id(),
                before.facts(),
                get(before.id()).facts());
    }

    /** Whoever books there just now ({@code Clubs.locationsOf}) is waited for, and whoever comes later waits. */
    private ClubLocation lock(long staffId, long clubId, long id, int version) {
        ClubSettings.requireManager(staff, staffId, clubId);
        jdbc.sql("SELECT id FROM location WHERE id = ? AND club_id = ? FOR UPDATE")
                .params(id, clubId)
                .query(Long.class)
                .optional()
                .orElseThrow(DomainException::notFound);
        ClubLocation present = get(id);
        if (present.version() != version) {
            throw new StaleVersionException(present);
        }
        return present;
    }

    private ClubLocation get(long id) {
        return read("id = ?", id).getFirst();
    }

    private static Wish checked(Wish wish) {
        return new Wish(
                Words.required("name", wish.name(), ClubSettings.MAX_NAME),
                Words.required("address", wish.address(), ClubSettings.MAX_ADDRESS),
                wish.hours());
    }

    private void writeHours(long id, Map<DayOfWeek, OpeningHours> hours) {
        hours.forEach((day, open) -> jdbc.sql(
                        "INSERT INTO location_hours (location_id, weekday, from_minute, to_minute) VALUES (?, ?, ?, ?)")
                .params(id, day.getValue(), open.fromMinute(), open.toMinute())
                .update());
    }

    private List<ClubLocation> read(String condition, long id) {
        Map<Long, Map<DayOfWeek, OpeningHours>> hours = new HashMap<>();
        jdbc.sql("SELECT * FROM location_hours WHERE location_id IN (SELECT id FROM location WHERE " + condition + ")")
                .param(id)
                .query(row -> {
                    hours.computeIfAbsent(row.getLong("location_id"), location -> new EnumMap<>(DayOfWeek.class))
                            .put(
                                    DayOfWeek.of(row.getInt("weekday")),
                                    OpeningHours.ofMinutes(row.getInt("from_minute"), row.getInt("to_minute")));
                });
        return jdbc.sql("SELECT * FROM location WHERE " + condition + " ORDER BY closed_at IS NOT NULL, id")
                .param(id)
                .query((row, n) -> new ClubLocation(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("address"),
                        hours.getOrDefault(row.getLong("id"), Map.of()),
                        row.getTimestamp("closed_at") != null,
                        row.getInt("version")))
                .list();
    }
}
