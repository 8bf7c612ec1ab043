package ru.trenergram.clubs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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
import ru.trenergram.base.Changed.Side;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.ClubTrainer.Status;
import ru.trenergram.clubs.TrainerInvitations.Answer;
import ru.trenergram.tariffs.Tariff;
import ru.trenergram.tariffs.Tariffs;

/**
 * Which trainers work at which club: applications, and what owners and managers make of them. Whatever takes a place of
 * the tariff first locks the club's row, so that of many at once no more get in than there are places.
 */
@Service
@Transactional
public class ClubTrainers {

    /** Of a refusal, in characters. */
    public static final int MAX_REASON = 300;

    private final JdbcClient jdbc;
    private final StaffMembers staff;
    private final Tariffs tariffs;
    private final ClubChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClubTrainers(
            JdbcClient jdbc,
            StaffMembers staff,
            Tariffs tariffs,
            ClubChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.tariffs = tariffs;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** A part of a club's trainers without frozen ones: the applications, then those who work there; who joined last first. */
    @Transactional(readOnly = true)
    public List<ClubTrainer> page(long clubId, int offset, int limit) {
        return list("club_id = ? AND NOT frozen ORDER BY status DESC, since DESC, trainer_id", clubId, offset, limit);
    }

    /** How many trainers a club has in each status, without frozen ones; absent when none. */
    @Transactional(readOnly = true)
    public Map<Status, Integer> count(long clubId) {
        return count(clubId, "club_trainer_place WHERE NOT frozen AND");
    }

    private Map<Status, Integer> count(long clubId, String places) {
        return jdbc
                .sql("SELECT status, count(*) AS trainers FROM " + places + " club_id = ? GROUP BY status")
                .param(clubId)
                .query((row, n) -> Map.entry(Status.valueOf(row.getString("status")), row.getInt("trainers")))
                .list()
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
        return list(
                        "trainer_id = ANY (?) ORDER BY since DESC, club_id",
                        trainerIds.toArray(Long[]::new),
                        0,
                        Integer.MAX_VALUE)
                .stream()
                .collect(Collectors.groupingBy(ClubTrainer::trainerId));
    }

    /** A trainer's place at one club, or their application. */
    @Transactional(readOnly = true)
    public Optional<ClubTrainer> find(long clubId, long trainerId) {
        return ofTrainer(trainerId).stream()
                .filter(place -> place.club().id() == clubId)
                .findFirst();
    }

    /** Whether a trainer works at a club; who is frozen there does. */
    @Transactional(readOnly = true)
    public boolean works(long clubId, long trainerId) {
        return status(clubId, trainerId).filter(Status.ACTIVE::equals).isPresent();
    }

    /**
     * A trainer chooses a club: an application, unless the club's tariff has no place left. Nothing happens when they
     * have applied already.
     *
     * @return whether there was a place; the club's owners and managers hear of it either way
     * @throws DomainException {@code not_found} when the catalogue has no such club
     */
    public boolean apply(long clubId, long trainerId) {
        Places places = lock(clubId, "public AND frozen_at IS NULL");
        if (status(clubId, trainerId).isPresent()) {
            return true;
        }
        if (places.full(Status.APPLIED, Status.ACTIVE)) {
            events.publishEvent(new ClubEvents.TrainerTurnedAway(clubId, trainerId));
            return false;
        }
        Instant now = clock.instant();
        jdbc.sql("INSERT INTO club_trainer (club_id, trainer_id, status, since) VALUES (?, ?, 'APPLIED', ?)")
                .params(clubId, trainerId, Timestamp.from(now))
                .update();
        changes.place(Side.TRAINER, trainerId, clubId, trainerId, null, Status.APPLIED);
        events.publishEvent(new ClubEvents.TrainerApplied(clubId, trainerId, now));
        return true;
    }

    /**
     * Approves a trainer who applied, who is told.
     *
     * @param staffId who approves
     * @return false when they were approved already
     * @throws DomainException {@code not_found} for strangers and for trainers who did not apply, {@code forbidden} when
     *     the role does not allow it, {@code trainer_limit_reached}
     */
    public boolean approve(long staffId, long clubId, long trainerId) {
        Membership membership = requireManager(staffId, clubId);
        Places places = lock(clubId, "true");
        if (status(clubId, trainerId).orElseThrow(DomainException::notFound) == Status.ACTIVE) {
            return false;
        }
        if (places.full(Status.ACTIVE)) {
            throw new DomainException(
                    ErrorCode.TRAINER_LIMIT_REACHED, membership.club().name());
        }
        Instant now = clock.instant();
        jdbc.sql("UPDATE club_trainer SET status = 'ACTIVE', since = ? WHERE club_id = ? AND trainer_id = ?")
                .params(Timestamp.from(now), clubId, trainerId)
                .update();
        changes.place(Side.STAFF, staffId, clubId, trainerId, Status.APPLIED, Status.ACTIVE);
        events.publishEvent(new ClubEvents.TrainerApproved(clubId, trainerId, now));
        return true;
    }

    /** Takes on a trainer who holds an invitation; their application, if there is one, is answered by it. */
    Answer admit(long clubId, long trainerId) {
        Places places = lock(clubId, "true");
        Status former = status(clubId, trainerId).orElse(null);
        if (former == Status.ACTIVE) {
            return Answer.MEMBER_ALREADY;
        }
        if (places.full(Status.ACTIVE)) {
            events.publishEvent(new ClubEvents.TrainerTurnedAway(clubId, trainerId));
            return Answer.FULL;
        }
        Instant now = clock.instant();
        jdbc.sql("""
            INSERT INTO club_trainer (club_id, trainer_id, status, since) VALUES (?, ?, 'ACTIVE', ?)
            ON CONFLICT (club_id, trainer_id) DO UPDATE SET status = 'ACTIVE', since = excluded.since
            """).params(clubId, trainerId, Timestamp.from(now)).update();
        changes.place(Side.TRAINER, trainerId, clubId, trainerId, former, Status.ACTIVE);
        events.publishEvent(new ClubEvents.TrainerJoined(clubId, trainerId, now));
        return Answer.JOINED;
    }

    /**
     * Takes a trainer off the club. What that means for their bookings there is decided where bookings are
     * ({@code TrainerDepartures}), which calls this.
     *
     * @throws DomainException {@code not_found} for strangers and when the trainer does not work there, {@code forbidden}
     */
    public void remove(long staffId, long clubId, long trainerId) {
        requireManager(staffId, clubId);
        int removed = jdbc.sql("DELETE FROM club_trainer WHERE club_id = ? AND trainer_id = ? AND status = 'ACTIVE'")
                .params(clubId, trainerId)
                .update();
        if (removed == 0) {
            throw DomainException.notFound();
        }
        changes.place(Side.STAFF, staffId, clubId, trainerId, Status.ACTIVE, null);
    }

    /** @see #refuse(long, long, long, String) */
    public boolean refuse(long staffId, long clubId, long trainerId) {
        return refuse(staffId, clubId, trainerId, null);
    }

    /**
     * Refuses a trainer who applied, who is told; they may apply again.
     *
     * @param staffId who refuses
     * @param reason which the trainer reads, of {@link #MAX_REASON} characters at most
     * @return false when there is no application, or no longer
     * @throws DomainException {@code not_found} for strangers, {@code forbidden} when the role does not allow it,
     *     {@code validation_failed}
     */
    public boolean refuse(long staffId, long clubId, long trainerId, @Nullable String reason) {
        requireManager(staffId, clubId);
        if (reason != null && reason.length() > MAX_REASON) {
            throw DomainException.invalid("reason", "size", 0, MAX_REASON);
        }
        int refused = jdbc.sql("DELETE FROM club_trainer WHERE club_id = ? AND trainer_id = ? AND status = 'APPLIED'")
                .params(clubId, trainerId)
                .update();
        if (refused == 1) {
            changes.place(Side.STAFF, staffId, clubId, trainerId, Status.APPLIED, null);
            events.publishEvent(new ClubEvents.TrainerRefused(
                    clubId, trainerId, clock.instant(), reason == null || reason.isBlank() ? null : reason.strip()));
        }
        return refused == 1;
    }

    /** Whether a club's tariff has no place for one more approved trainer. */
    @Transactional(readOnly = true)
    public boolean isFull(long clubId) {
        return places(clubId, "", tariffs::get).full(Status.ACTIVE);
    }

    /** How many places the club's tariff has, and how many are taken. Whether somebody may know is the caller's to check. */
    @Transactional(readOnly = true)
    public TrainerPlaces places(long clubId) {
        Places places = places(clubId, "", tariffs::get);
        return new TrainerPlaces(
                places.limit(),
                places.taken().getOrDefault(Status.ACTIVE, 0),
                places.taken().getOrDefault(Status.APPLIED, 0));
    }

    /** @throws DomainException {@code not_found} for strangers, {@code forbidden} when the role does not allow it */
    @Transactional(readOnly = true)
    public Membership requireManager(long staffId, long clubId) {
        Membership membership = staff.membership(staffId, clubId);
        if (!membership.role().managesTrainers()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        return membership;
    }

    /** The places of a club's tariff, as nobody else can change them in this transaction. */
    private Places lock(long clubId, String condition) {
        return places(clubId, " AND " + condition + " FOR NO KEY UPDATE", tariffs::hold);
    }

    /** Frozen trainers keep their places: nobody takes them while they wait. */
    private Places places(long clubId, String conditionAndLock, Function<String, Tariff> byCode) {
        Tariff tariff = jdbc.sql("SELECT tariff_code FROM club WHERE id = ?" + conditionAndLock)
                .param(clubId)
                .query(String.class)
                .optional()
                .map(byCode)
                .orElseThrow(DomainException::notFound);
        return new Places(tariff.trainerLimit(), count(clubId, "club_trainer WHERE"));
    }

    private record Places(OptionalInt limit, Map<Status, Integer> taken) {

        /** @param counted whose places count as taken */
        boolean full(Status... counted) {
            int present = 0;
            for (Status status : counted) {
                present += taken.getOrDefault(status, 0);
            }
            return limit.isPresent() && present >= limit.getAsInt();
        }
    }

    private Optional<Status> status(long clubId, long trainerId) {
        return jdbc.sql("SELECT status FROM club_trainer WHERE club_id = ? AND trainer_id = ?")
                .params(clubId, trainerId)
                .query(Status.class)
                .optional();
    }

    private List<ClubTrainer> list(String conditionAndOrder, Object id, int offset, int limit) {
        return jdbc.sql("SELECT " + ClubRow.COLUMNS + """
                        , club_trainer.trainer_id, club_trainer.status, club_trainer.since
                        FROM club_trainer_place club_trainer JOIN club ON club.id = club_trainer.club_id
                        WHERE\
                        """ + " " + conditionAndOrder + " LIMIT ? OFFSET ?")
                .params(id, limit, offset)
                .query((row, n) -> new ClubTrainer(
                        ClubRow.of(row, n),
                        row.getLong("trainer_id"),
                        Status.valueOf(row.getString("status")),
                        row.getTimestamp("since").toInstant()))
                .list();
    }
}
