package ru.trenergram.scheduling;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.Location;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.scheduling.ClubDesk.BookingRow;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * All bookings of a club's locations, however many there are: a page goes on behind a key, so that the last costs what
 * the first does.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff and {@code forbidden} for
 * cashiers.
 */
@Service
@Transactional(readOnly = true)
public class BookingSearch {

    private final StaffMembers staff;
    private final ClubBookings bookings;
    private final Users users;
    private final JdbcClient jdbc;

    BookingSearch(StaffMembers staff, ClubBookings bookings, Users users, JdbcClient jdbc) {
        this.staff = staff;
        this.bookings = bookings;
        this.users = users;
        this.jdbc = jdbc;
    }

    /**
     * Which bookings are wanted; null and empty leave nothing out.
     *
     * @param from the first day on which they start, in the club's zone
     * @param to the last one
     */
    public record Wanted(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Set<BookingStatus> statuses,
            @Nullable Long trainerId,
            @Nullable Long clientId,
            @Nullable Long locationId) {

        public static Wanted all() {
            return new Wanted(null, null, Set.of(), null, null, null);
        }
    }

    /** Somebody who has booked at the club. */
    public record Visitor(long clientId, long telegramId, String name) {}

    /** @param after the last booking of the page before, or null */
    public List<BookingRow> page(
            long staffId, long clubId, Wanted wanted, boolean newestFirst, @Nullable BookingKey after, int limit) {
        Membership membership = staff.panelMembership(staffId, clubId);
        String order = newestFirst ? "%1$sstarts_at DESC, %1$sid DESC" : "%1$sstarts_at, %1$sid";
        String behind = after == null ? "" : " AND (starts_at, id) " + (newestFirst ? "<" : ">") + " (:start, :id)";
        // the numbers stand in the text, else the plan would have to do for a limit of any size
        String sql = ClubBookings.SELECT
                + """
                FROM (SELECT found.* FROM unnest(:locations) place
                      CROSS JOIN LATERAL (SELECT id, starts_at FROM booking WHERE location_id = place
                          AND %s%s ORDER BY %s LIMIT %d) found
                      ORDER BY %s LIMIT %d) page
                JOIN booking ON booking.id = page.id
                """.formatted(conditions(wanted), behind, order.formatted(""), limit, order.formatted(""), limit)
                + ClubBookings.WITH_NAMES + "ORDER BY " + order.formatted("page.");
        List<ClubBooking> rows = bind(
                        jdbc.sql(sql), clubId, wanted, membership.club().timezone())
                .param("start", after == null ? null : Timestamp.from(after.startsAt()))
                .param("id", after == null ? null : after.id())
                .query(ClubBookings::row)
                .list();
        Map<Long, UserInfo> clients = membership.role().seesPhones()
                ? users.getAll(
                        rows.stream().map(ClubBooking::clientId).distinct().toList())
                : Map.of();
        return rows.stream()
                .map(row -> new BookingRow(row, phone(clients.get(row.clientId()))))
                .toList();
    }

    /** How many there are; it stops to count at {@code atMost}. */
    public int count(long staffId, long clubId, Wanted wanted, int atMost) {
        Membership membership = staff.panelMembership(staffId, clubId);
        String sql = """
                SELECT count(*) FROM (SELECT FROM unnest(:locations) place
                    CROSS JOIN LATERAL (SELECT FROM booking WHERE location_id = place AND %s LIMIT %d) found LIMIT %2$d) counted
                """.formatted(conditions(wanted), atMost);
        return bind(jdbc.sql(sql), clubId, wanted, membership.club().timezone())
                .query(Integer.class)
                .single();
    }

    /** Clients of the club's trainers who have booked at the club, by a part of the name. */
    public List<Visitor> visitors(long staffId, long clubId, String words, int offset, int limit) {
        staff.panelMembership(staffId, clubId);
        return jdbc.sql("""
                        SELECT id, telegram_id, concat_ws(' ', first_name, last_name) AS name FROM users
                        WHERE id IN (SELECT client_id FROM roster_entry JOIN club_trainer USING (trainer_id)
                                     WHERE club_id = :club)
                          AND position(lower(:words) IN lower(concat_ws(' ', first_name, last_name))) > 0
                          AND EXISTS (SELECT FROM booking WHERE client_id = users.id AND location_id = ANY (:locations))
                        ORDER BY concat_ws(' ', first_name, last_name) COLLATE "ru-RU-x-icu", id OFFSET :offset LIMIT :limit
                        """)
                .param("club", clubId)
                .param("words", words.strip())
                .param("locations", locations(clubId, null))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> visitor(row.getLong("id"), row.getLong("telegram_id"), row.getString("name")))
                .list();
    }

    /** Somebody who has booked at the club; empty for everybody else. */
    public Optional<Visitor> visitor(long staffId, long clubId, long telegramId) {
        staff.panelMembership(staffId, clubId);
        return jdbc.sql("""
                        SELECT id, telegram_id, concat_ws(' ', first_name, last_name) AS name FROM users
                        WHERE telegram_id = :telegram
                          AND EXISTS (SELECT FROM booking WHERE client_id = users.id AND location_id = ANY (:locations))
                        """)
                .param("telegram", telegramId)
                .param("locations", locations(clubId, null))
                .query((row, n) -> visitor(row.getLong("id"), row.getLong("telegram_id"), row.getString("name")))
                .optional();
    }

    private static Visitor visitor(long id, long telegramId, String name) {
        return new Visitor(id, telegramId, name);
    }

    private static String conditions(Wanted wanted) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (wanted.from() != null) {
            conditions.add("starts_at >= :from");
        }
        if (wanted.to() != null) {
            conditions.add("starts_at < :to");
        }
        if (!wanted.statuses().isEmpty()) {
            // written out, so that the index of those that are open is found
            conditions.add(wanted.statuses().stream()
                    .map(status -> "'" + status.name() + "'")
                    .sorted()
                    .collect(Collectors.joining(", ", "status IN (", ")")));
        }
        if (wanted.trainerId() != null) {
            conditions.add("trainer_id = :trainer");
        }
        if (wanted.clientId() != null) {
            conditions.add("client_id = :client");
        }
        return String.join(" AND ", conditions);
    }

    private StatementSpec bind(StatementSpec statement, long clubId, Wanted wanted, ZoneId zone) {
        return statement
                .param("locations", locations(clubId, wanted.locationId()))
                .param("from", wanted.from() == null ? null : start(wanted.from(), zone))
                .param("to", wanted.to() == null ? null : start(wanted.to().plusDays(1), zone))
                .param("trainer", wanted.trainerId())
                .param("client", wanted.clientId());
    }

    private Long[] locations(long clubId, @Nullable Long only) {
        return bookings.locations(clubId).stream()
                .map(Location::id)
                .filter(id -> only == null || only.equals(id))
                .toArray(Long[]::new);
    }

    private static Timestamp start(LocalDate day, ZoneId zone) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }

    private static @Nullable String phone(@Nullable UserInfo person) {
        return person == null ? null : person.phone();
    }
}
