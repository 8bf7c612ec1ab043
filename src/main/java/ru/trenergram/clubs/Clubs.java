package ru.trenergram.clubs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.tariffs.Tariffs;

/** Clubs, their staff and their trainers. */
@Service
@Transactional
public class Clubs {

    private static final String CLUB = """
            club.id, club.name, club.city, club.address, club.timezone, club.photo_url,
            (SELECT count(*) FROM club_trainer t WHERE t.club_id = club.id AND t.status = 'ACTIVE') AS trainers_count
            """;

    private final JdbcClient jdbc;
    private final Tariffs tariffs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Clubs(JdbcClient jdbc, Tariffs tariffs, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.tariffs = tariffs;
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
        return jdbc.sql("SELECT " + CLUB + """
                        FROM club
                        WHERE public
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
                .query(Clubs::club)
                .list();
    }

    /** A club of the public catalogue. */
    @Transactional(readOnly = true)
    public Optional<ClubInfo> find(long clubId) {
        return jdbc.sql("SELECT " + CLUB + "FROM club WHERE public AND id = ?")
                .param(clubId)
                .query(Clubs::club)
                .optional();
    }

    /** Where somebody is on the staff. */
    @Transactional(readOnly = true)
    public List<Membership> memberships(long userId) {
        return jdbc.sql("SELECT " + CLUB + """
                        , staff_member.role
                        FROM staff_member JOIN club ON club.id = staff_member.club_id
                        WHERE staff_member.user_id = ?
                        ORDER BY club.name COLLATE "ru-RU-x-icu", club.id
                        """)
                .param(userId)
                .query((row, n) -> new Membership(club(row, n), StaffRole.valueOf(row.getString("role"))))
                .list();
    }

    /**
     * Somebody's place on the staff of one club.
     *
     * @throws DomainException {@code not_found} for everybody who is not on its staff
     */
    @Transactional(readOnly = true)
    public Membership membership(long userId, long clubId) {
        return memberships(userId).stream()
                .filter(membership -> membership.club().id() == clubId)
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    /**
     * Somebody's place on the staff of a club whose panel they open.
     *
     * @throws DomainException {@code not_found} for everybody who is not on its staff, {@code forbidden} for cashiers
     */
    @Transactional(readOnly = true)
    public Membership panelMembership(long userId, long clubId) {
        Membership membership = membership(userId, clubId);
        if (!membership.role().opensPanel()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        return membership;
    }

    /** The user ids of a club's owners. */
    @Transactional(readOnly = true)
    public List<Long> owners(long clubId) {
        return jdbc.sql("SELECT user_id FROM staff_member WHERE club_id = ? AND role = 'OWNER'")
                .param(clubId)
                .query(Long.class)
                .list();
    }

    /** The trainers of a club: the applications, then those who work there; who joined last first. */
    @Transactional(readOnly = true)
    public List<ClubTrainer> trainers(long clubId) {
        return trainers(clubId, 0, Integer.MAX_VALUE);
    }

    /** A part of {@link #trainers(long)}. */
    @Transactional(readOnly = true)
    public List<ClubTrainer> trainers(long clubId, int offset, int limit) {
        return clubTrainers("club_id = ? ORDER BY status DESC, since DESC, trainer_id", clubId, offset, limit);
    }

    /** How many trainers a club has in each status; absent when none. */
    @Transactional(readOnly = true)
    public Map<Status, Integer> countTrainers(long clubId) {
        return jdbc
                .sql("SELECT status, count(*) AS trainers FROM club_trainer WHERE club_id = ? GROUP BY status")
                .param(clubId)
                .query((row, n) -> Map.entry(Status.valueOf(row.getString("status")), row.getInt("trainers")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The clubs of a trainer, applications included. */
    @Transactional(readOnly = true)
    public List<ClubTrainer> ofTrainer(long trainerId) {
        return ofTrainers(List.of(trainerId)).getOrDefault(trainerId, List.of());
    }

    /** The clubs of several trainers at once, by the trainer's user id; trainers without are absent. */
    @Transactional(readOnly = true)
    public Map<Long, List<ClubTrainer>> ofTrainers(Collection<Long> trainerIds) {
        return clubTrainers(
                        "trainer_id = ANY (?) ORDER BY since DESC, club_id",
                        trainerIds.toArray(Long[]::new),
                        0,
                        Integer.MAX_VALUE)
                .stream()
                .collect(Collectors.groupingBy(ClubTrainer::trainerId));
    }

    /**
     * A trainer chooses a club: an application, unless the club's tariff has no place left. Of many who apply at once
     * no more get in than there are places: the club's row is locked while they are counted.
     *
     * @return whether there was a place; the club's owners hear of it either way
     */
    public boolean apply(long clubId, long trainerId) {
        String tariff = jdbc.sql("SELECT tariff_code FROM club WHERE id = ? AND public FOR NO KEY UPDATE")
                .param(clubId)
                .query(String.class)
                .optional()
                .orElseThrow(DomainException::notFound);
        OptionalInt limit = tariffs.trainerLimit(tariff);
        long present = jdbc.sql("SELECT count(*) FROM club_trainer WHERE club_id = ?")
                .param(clubId)
                .query(Long.class)
                .single();
        if (limit.isPresent() && present >= limit.getAsInt()) {
            events.publishEvent(new ClubEvents.TrainerTurnedAway(clubId, trainerId));
            return false;
        }
        int added = jdbc.sql("""
                        INSERT INTO club_trainer (club_id, trainer_id, status, since) VALUES (?, ?, 'APPLIED', ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(clubId, trainerId, Timestamp.from(clock.instant()))
                .update();
        if (added == 1) {
            events.publishEvent(new ClubEvents.TrainerApplied(clubId, trainerId));
            tell(
                    Side.TRAINER,
                    trainerId,
                    Thing.CLUB_TRAINER,
                    clubId,
                    clubId + "/" + trainerId,
                    Facts.none(),
                    Facts.none().with("status", Status.APPLIED));
        }
        return true;
    }

    /** Where a trainer may give sessions: the locations of the clubs that approved them, in a stable order. */
    @Transactional(readOnly = true)
    public List<Location> locationsOf(long trainerId) {
        return jdbc.sql("""
                        SELECT location.id, location.club_id, location.name, location.address
                        FROM location JOIN club_trainer USING (club_id)
                        WHERE club_trainer.trainer_id = ? AND club_trainer.status = 'ACTIVE'
                        ORDER BY location.id
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
                .stream()
                .collect(Collectors.toMap(Location::id, Function.identity()));
    }

    public long addLocation(long clubId, String name, String address) {
        long id = jdbc.sql("INSERT INTO location (club_id, name, address) VALUES (?, ?, ?) RETURNING id")
                .params(clubId, name, address)
                .query(Long.class)
                .single();
        Facts added = Facts.none().with("name", name).with("address", address);
        tell(Side.SYSTEM, null, Thing.LOCATION, clubId, Long.toString(id), Facts.none(), added);
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
        tell(Side.SYSTEM, null, Thing.CLUB, id, Long.toString(id), Facts.none(), founded);
        addStaff(id, ownerId, StaffRole.OWNER);
        return id;
    }

    /** Takes somebody onto the staff, or gives them another role. */
    public void addStaff(long clubId, long userId, StaffRole role) {
        // staff of one club change one after the other: else two who do would both have seen the same former role
        jdbc.sql("SELECT id FROM club WHERE id = ? FOR NO KEY UPDATE")
                .param(clubId)
                .query(Long.class)
                .single();
        String former = jdbc.sql("SELECT role FROM staff_member WHERE club_id = ? AND user_id = ?")
                .params(clubId, userId)
                .query(String.class)
                .optional()
                .orElse(null);
        jdbc.sql("""
                        INSERT INTO staff_member (club_id, user_id, role, since) VALUES (?, ?, ?, ?)
                        ON CONFLICT (club_id, user_id) DO UPDATE SET role = excluded.role
                        """)
                .params(clubId, userId, role.name(), Timestamp.from(clock.instant()))
                .update();
        tell(
                Side.SYSTEM,
                null,
                Thing.STAFF_MEMBER,
                clubId,
                clubId + "/" + userId,
                Facts.none().with("role", former),
                Facts.none().with("role", role.name()));
    }

    /**
     * Approves a trainer who applied; nothing happens when they are approved already. Of approvals at the same time no
     * more succeed than the tariff has places: the club's row is locked while its trainers are counted.
     *
     * @param staffId who approves
     * @throws DomainException {@code not_found} for strangers and for trainers who did not apply, {@code forbidden} when
     *     the role does not allow it, {@code trainer_limit_reached}
     */
    public void approve(long staffId, long clubId, long trainerId) {
        Membership membership = membership(staffId, clubId);
        if (!membership.role().managesTrainers()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        OptionalInt limit = tariffs.trainerLimit(jdbc.sql("SELECT tariff_code FROM club WHERE id = ? FOR NO KEY UPDATE")
                .param(clubId)
                .query(String.class)
                .single());
        Status status = jdbc.sql("SELECT status FROM club_trainer WHERE club_id = ? AND trainer_id = ?")
                .params(clubId, trainerId)
                .query(Status.class)
                .optional()
                .orElseThrow(DomainException::notFound);
        if (status == Status.ACTIVE) {
            return;
        }
        int active = countTrainers(clubId).getOrDefault(Status.ACTIVE, 0);
        if (limit.isPresent() && active >= limit.getAsInt()) {
            throw new DomainException(
                    ErrorCode.TRAINER_LIMIT_REACHED, membership.club().name());
        }
        jdbc.sql("UPDATE club_trainer SET status = 'ACTIVE', since = ? WHERE club_id = ? AND trainer_id = ?")
                .params(Timestamp.from(clock.instant()), clubId, trainerId)
                .update();
        tell(
                Side.STAFF,
                staffId,
                Thing.CLUB_TRAINER,
                clubId,
                clubId + "/" + trainerId,
                Facts.none().with("status", status),
                Facts.none().with("status", Status.ACTIVE));
    }

    private void tell(
            Side side, @Nullable Long actorId, Thing what, long clubId, String id, Facts before, Facts after) {
        events.publishEvent(new Changed(side, actorId, what, id, clubId, before, after));
    }

    private List<ClubTrainer> clubTrainers(String conditionAndOrder, Object id, int offset, int limit) {
        return jdbc.sql("SELECT " + CLUB + """
                        , club_trainer.trainer_id, club_trainer.status, club_trainer.since
                        FROM club_trainer JOIN club ON club.id = club_trainer.club_id
                        WHERE """ + " " + conditionAndOrder + " LIMIT ? OFFSET ?")
                .params(id, limit, offset)
                .query((row, n) -> new ClubTrainer(
                        club(row, n),
                        row.getLong("trainer_id"),
                        Status.valueOf(row.getString("status")),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private static ClubInfo club(ResultSet row, int n) throws SQLException {
        return new ClubInfo(
                row.getLong("id"),
                row.getString("name"),
                row.getString("city"),
                row.getString("address"),
                ZoneId.of(row.getString("timezone")),
                row.getInt("trainers_count"),
                row.getString("photo_url"));
    }
}
