package ru.trenergram.members;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.clubs.TrainerPlaces;
import ru.trenergram.scheduling.ClubBookings;
import ru.trenergram.scheduling.ClubDesk;
import ru.trenergram.scheduling.ClubDesk.TrainerRow;
import ru.trenergram.scheduling.DayWorkload;
import ru.trenergram.scheduling.Span;
import ru.trenergram.scheduling.Workload;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Person;
import ru.trenergram.users.Users;

/**
 * The trainers of a club and what its staff see of each, within their role.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff and for other clubs' trainers,
 * {@code forbidden} for cashiers.
 */
@Service
@Transactional(readOnly = true)
public class TrainerCards {

    private final StaffMembers staff;
    private final ClubDesk desk;
    private final ClubTrainers clubTrainers;
    private final ClubBookings bookings;
    private final Trainers trainers;
    private final Users users;
    private final Workload workload;
    private final JdbcClient jdbc;
    private final Clock clock;

    TrainerCards(
            StaffMembers staff,
            ClubDesk desk,
            ClubTrainers clubTrainers,
            ClubBookings bookings,
            Trainers trainers,
            Users users,
            Workload workload,
            JdbcClient jdbc,
            Clock clock) {
        this.staff = staff;
        this.desk = desk;
        this.clubTrainers = clubTrainers;
        this.bookings = bookings;
        this.trainers = trainers;
        this.users = users;
        this.workload = workload;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How busy a trainer is in a week or month.
     *
     * @param sessions at the club, without cancelled ones
     * @param percent of the working time that clients take, wherever; null without working time
     */
    public record Load(int sessions, @Nullable Integer percent) {}

    /**
     * @param phone null when there is none, or the role does not see it
     * @param income of this month at the club's locations; null when the role does not see money
     */
    public record TrainerCard(
            ClubTrainer place,
            TrainerProfile profile,
            @Nullable String phone,
            Load week,
            Load month,
            @Nullable Money income) {}

    /** A client who has or had sessions with the trainer at the club; cancelled ones do not count. */
    public record TrainersClient(long memberId, String name, int sessions, Instant lastAt) {}

    /**
     * Those who applied first.
     *
     * @param text a part of the name or user name, in any case
     */
    public List<TrainerRow> list(
            long staffId, long clubId, @Nullable String text, ClubTrainer.@Nullable Status status) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return desk.trainers(staffId, clubId, 0, Integer.MAX_VALUE).stream()
                .filter(row -> status == null || row.place().status() == status)
                .filter(row -> isNamed(row.profile().person(), wanted))
                .toList();
    }

    public TrainerPlaces places(long staffId, long clubId) {
        staff.panelMembership(staffId, clubId);
        return clubTrainers.places(clubId);
    }

    public TrainerCard card(long staffId, long clubId, long telegramId) {
        Membership membership = staff.panelMembership(staffId, clubId);
        long trainerId = users.byTelegramId(telegramId).id();
        ClubTrainer place = clubTrainers.find(clubId, trainerId).orElseThrow(DomainException::notFound);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(membership));
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = today.withDayOfMonth(1);
        LocalDate last = today.with(TemporalAdjusters.lastDayOfMonth());
        return new TrainerCard(
                place,
                trainers.get(trainerId),
                membership.role().seesPhones() ? users.get(trainerId).phone() : null,
                load(membership, trainerId, monday, monday.plusDays(6)),
                load(membership, trainerId, first, last),
                membership.role().seesMoney() ? income(clubId, trainerId, span(first, last, zone(membership))) : null);
    }

    /**
     * With whom the trainer has sessions at the club, the last one first. Others of the trainer's roster are not the
     * club's to know.
     *
     * @param after the last one of the page before
     */
    public List<TrainersClient> clients(
            long staffId, long clubId, long trainerId, @Nullable TrainersClient after, int limit) {
        staff.panelMembership(staffId, clubId);
        clubTrainers.find(clubId, trainerId).orElseThrow(DomainException::notFound);
        return jdbc.sql("""
            SELECT m.id, m.name, count(*) AS sessions, max(b.starts_at) AS last_at
            FROM booking b
            JOIN location l ON l.id = b.location_id
            JOIN club_member m ON m.club_id = l.club_id AND m.user_id = b.client_id
            WHERE b.trainer_id = :trainer AND l.club_id = :club AND b.status <> 'CANCELLED'
            GROUP BY m.id
            HAVING :last::timestamptz IS NULL OR (max(b.starts_at), m.id) < (:last, :id)
            ORDER BY max(b.starts_at) DESC, m.id DESC LIMIT :limit
            """)
                .param("trainer", trainerId)
                .param("club", clubId)
                .param("last", after == null ? null : Timestamp.from(after.lastAt()))
                .param("id", after == null ? 0 : after.memberId())
                .param("limit", limit)
                .query((row, n) -> new TrainersClient(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getInt("sessions"),
                        row.getTimestamp("last_at").toInstant()))
                .list();
    }

    private static boolean isNamed(Person person, String part) {
        String username = person.username() == null ? "" : " @" + person.username();
        return (person.fullName() + username).toLowerCase(Locale.ROOT).contains(part);
    }

    private Load load(Membership membership, long trainerId, LocalDate from, LocalDate to) {
        int sessions = bookings.countByTrainer(membership.club().id(), span(from, to, zone(membership)))
                .getOrDefault(trainerId, 0);
        List<DayWorkload> days = workload.days(trainerId, from, to);
        long working = days.stream().mapToLong(DayWorkload::workingMinutes).sum();
        long occupied = days.stream().mapToLong(DayWorkload::occupiedMinutes).sum();
        return new Load(sessions, working == 0 ? null : Math.round(100f * occupied / working));
    }

    /** Charges of sessions at the club, less what of them was given back. */
    private Money income(long clubId, long trainerId, Span within) {
        return Money.rubles(jdbc.sql("""
            SELECT coalesce(-sum(amount), 0) FROM ledger_entry
            JOIN booking ON booking.id = ledger_entry.booking_id
            JOIN location ON location.id = booking.location_id
            WHERE ledger_entry.trainer_id = ? AND club_id = ? AND kind IN ('CHARGE', 'ADJUSTMENT')
              AND ledger_entry.created_at >= ? AND ledger_entry.created_at < ?
            """)
                .params(trainerId, clubId, Timestamp.from(within.startsAt()), Timestamp.from(within.endsAt()))
                .query(Long.class)
                .single());
    }

    private static Span span(LocalDate from, LocalDate to, ZoneId zone) {
        return new Span(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static ZoneId zone(Membership membership) {
        return membership.club().timezone();
    }
}
