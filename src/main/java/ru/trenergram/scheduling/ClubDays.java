package ru.trenergram.scheduling;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Membership;
import ru.trenergram.scheduling.ClubDesk.BookingRow;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** A club's day at a glance, for its staff, each within their role. */
@Service
@Transactional(readOnly = true)
public class ClubDays {

    private final ClubDesk desk;
    private final ClubTrainers clubTrainers;
    private final Trainers trainers;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final Clock clock;

    ClubDays(
            ClubDesk desk,
            ClubTrainers clubTrainers,
            Trainers trainers,
            WorkingCalendar calendar,
            JdbcClient jdbc,
            Clock clock) {
        this.desk = desk;
        this.clubTrainers = clubTrainers;
        this.trainers = trainers;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The day it is now at the club.
     *
     * @throws DomainException {@code not_found} for everybody who is not on the staff, {@code forbidden} for cashiers
     */
    public ClubDay today(long staffId, long clubId) {
        Membership membership = desk.membership(staffId, clubId);
        LocalDate today = desk.today(staffId, clubId);
        List<BookingRow> all = desk.bookings(staffId, clubId, today, 0, Integer.MAX_VALUE);
        List<BookingRow> bookings = all.stream()
                .filter(row -> row.booking().status() != BookingStatus.CANCELLED)
                .toList();
        return new ClubDay(
                membership.club(),
                membership.role().seesMoney(),
                today,
                bookings,
                all.size() - bookings.size(),
                freeNow(clubId));
    }

    private List<String> freeNow(long clubId) {
        Instant now = clock.instant();
        Span moment = new Span(now, now.plusSeconds(1));
        List<Long> active = clubTrainers.page(clubId, 0, Integer.MAX_VALUE).stream()
                .filter(place -> place.status() == ClubTrainer.Status.ACTIVE)
                .map(ClubTrainer::trainerId)
                .toList();
        Set<Long> busy = busy(active, now);
        Map<Long, TrainerProfile> profiles = trainers.getAll(active);
        return profiles.values().stream()
                .filter(trainer -> !busy.contains(trainer.userId()))
                .filter(trainer -> calendar.around(trainer, moment).covers(moment))
                .map(trainer -> trainer.person().fullName())
                .sorted()
                .toList();
    }

    private Set<Long> busy(List<Long> trainerIds, Instant now) {
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT trainer_id FROM occupancy JOIN resource ON resource.id = resource_id
                        WHERE trainer_id = ANY (?) AND during @> ?::timestamptz
                        """)
                .params(trainerIds.toArray(Long[]::new), Timestamp.from(now))
                .query(Long.class)
                .list());
    }
}
