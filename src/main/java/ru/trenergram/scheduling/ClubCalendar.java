package ru.trenergram.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Location;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/**
 * The days of a club's trainers side by side, in the club's zone. Of a trainer's time that the club has nothing to do
 * with it shows that they are busy, and no more.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff and {@code forbidden} for
 * cashiers.
 */
@Service
@Transactional(readOnly = true)
public class ClubCalendar {

    static final int MAX_DAYS = 7;
    private static final Duration LONGEST_SESSION = Duration.ofHours(8);

    private final StaffMembers staff;
    private final ClubTrainers clubTrainers;
    private final ClubBookings bookings;
    private final Trainers trainers;
    private final WorkingCalendar calendar;
    private final Occupancy occupancy;
    private final Clock clock;

    ClubCalendar(
            StaffMembers staff,
            ClubTrainers clubTrainers,
            ClubBookings bookings,
            Trainers trainers,
            WorkingCalendar calendar,
            Occupancy occupancy,
            Clock clock) {
        this.staff = staff;
        this.clubTrainers = clubTrainers;
        this.bookings = bookings;
        this.trainers = trainers;
        this.calendar = calendar;
        this.occupancy = occupancy;
        this.clock = clock;
    }

    /**
     * Which part of the calendar is wanted.
     *
     * @param days at most 7
     * @param trainers Telegram ids; all are shown where none of these is there
     * @param locationId null for all; what is at other locations is shown as busy
     */
    public record Part(
            LocalDate first,
            int days,
            Set<Long> trainers,
            @Nullable Long locationId,
            boolean cancelled) {

        LocalDate last() {
            return first.plusDays(days - 1L);
        }
    }

    /**
     * What is shown of it, all read at one time.
     *
     * @param trainers who work at the club, by their names
     * @param locations as {@link ClubCalendar#locations}
     * @param rows of every trainer wanted who works at the club or has sessions there on these days, by their names
     */
    public record Sheet(List<TrainerProfile> trainers, List<Location> locations, List<Row> rows) {}

    /** One trainer's days, in order. */
    public record Row(TrainerProfile trainer, List<Day> days) {}

    /**
     * @param working clipped to the day
     * @param entries in the order of their starts; those that are not cancelled do not overlap
     */
    public record Day(LocalDate date, List<Span> working, List<Entry> entries) {}

    public sealed interface Entry {
        Span time();
    }

    /** A booking at the club. */
    public record Session(ClubBooking booking) implements Entry {
        @Override
        public Span time() {
            return new Span(booking.startsAt(), booking.endsAt());
        }
    }

    /** Something else that the trainer does. */
    public record Busy(Span time) implements Entry {}

    public Membership membership(long staffId, long clubId) {
        return staff.panelMembership(staffId, clubId);
    }

    /** What time it is. */
    @Transactional(propagation = Propagation.SUPPORTS) // the database is not asked
    public Instant now() {
        return clock.instant();
    }

    /** The locations of the club, in a stable order; closed ones too. */
    public List<Location> locations(long staffId, long clubId) {
        membership(staffId, clubId);
        return bookings.locations(clubId);
    }

    /** Those at which sessions can be booked. */
    public List<Location> openLocations(long staffId, long clubId) {
        membership(staffId, clubId);
        return bookings.openLocations(clubId);
    }

    /** Those who work at the club, by their names. */
    public List<TrainerProfile> trainers(long staffId, long clubId) {
        membership(staffId, clubId);
        return byName(trainers.getAll(active(clubId)).values());
    }

    public Sheet read(long staffId, long clubId, Part part) {
        ZoneId zone = membership(staffId, clubId).club().timezone();
        if (part.days() < 1 || part.days() > MAX_DAYS) {
            throw DomainException.invalid("days", "max", MAX_DAYS);
        }
        Moments.require("date", part.first());
        Span range = days(part.first(), part.last(), zone);
        List<ClubBooking> sessions = sessions(clubId, part, range);
        Set<Long> active = Set.copyOf(active(clubId));
        List<TrainerProfile> all = all(clubId, active, sessions);
        List<TrainerProfile> shown = shown(part, all);
        List<Long> ids = shown.stream().map(TrainerProfile::userId).toList();
        Map<Long, List<Occupancy.Busy>> busy = occupancy.ofAll(ids, range);
        Map<Long, WorkingTime> working = calendar.ofAll(shown, part.first(), part.last());
        Map<Long, List<ClubBooking>> byTrainer =
                sessions.stream().collect(Collectors.groupingBy(ClubBooking::trainerId));
        List<Row> rows = shown.stream()
                .map(trainer -> {
                    long id = trainer.userId();
                    List<Entry> entries =
                            entries(byTrainer.getOrDefault(id, List.of()), busy.getOrDefault(id, List.of()));
                    WorkingTime time = Objects.requireNonNull(working.get(id));
                    return new Row(
                            trainer,
                            part.first()
                                    .datesUntil(part.last().plusDays(1))
                                    .map(date -> day(date, zone, time, entries))
                                    .toList());
                })
                .toList();
        return new Sheet(
                all.stream()
                        .filter(trainer -> active.contains(trainer.userId()))
                        .toList(),
                bookings.locations(clubId),
                rows);
    }

    private List<ClubBooking> sessions(long clubId, Part part, Span range) {
        Span starts = new Span(range.startsAt().minus(LONGEST_SESSION), range.endsAt());
        return bookings.page(clubId, starts, 0, Integer.MAX_VALUE).stream()
                .filter(session -> session.endsAt().isAfter(range.startsAt()))
                .filter(session -> part.cancelled() || session.status() != BookingStatus.CANCELLED)
                .filter(session -> part.locationId() == null || part.locationId() == session.locationId())
                .toList();
    }

    private List<TrainerProfile> all(long clubId, Set<Long> active, List<ClubBooking> sessions) {
        Set<Long> ids = new HashSet<>(active);
        ids.addAll(former(clubId, sessions, active));
        return byName(trainers.getAll(ids).values());
    }

    private static List<TrainerProfile> shown(Part part, List<TrainerProfile> all) {
        List<TrainerProfile> wanted = all.stream()
                .filter(trainer -> part.trainers().contains(trainer.telegramId()))
                .toList();
        return wanted.isEmpty() ? all : wanted;
    }

    /** Trainers of sessions who work at the club no more; those whom the tariff hides are not among them. */
    private Set<Long> former(long clubId, List<ClubBooking> sessions, Set<Long> active) {
        Set<Long> others = sessions.stream()
                .map(ClubBooking::trainerId)
                .filter(id -> !active.contains(id))
                .collect(Collectors.toSet());
        clubTrainers.ofTrainers(others).forEach((id, places) -> {
            if (places.stream().anyMatch(place -> place.club().id() == clubId)) {
                others.remove(id);
            }
        });
        return others;
    }

    private List<Long> active(long clubId) {
        return clubTrainers.page(clubId, 0, Integer.MAX_VALUE).stream()
                .filter(place -> place.status() == ClubTrainer.Status.ACTIVE)
                .map(ClubTrainer::trainerId)
                .toList();
    }

    private static List<TrainerProfile> byName(Collection<TrainerProfile> trainers) {
        return trainers.stream()
                .sorted(Comparator.comparing((TrainerProfile trainer) ->
                                trainer.person().fullName().toLowerCase(Locale.ROOT))
                        .thenComparing(TrainerProfile::userId))
                .toList();
    }

    private static List<Entry> entries(List<ClubBooking> sessions, List<Occupancy.Busy> busy) {
        Set<UUID> shown = sessions.stream().map(ClubBooking::id).collect(Collectors.toSet());
        List<Entry> entries = new ArrayList<>();
        sessions.forEach(session -> entries.add(new Session(session)));
        busy.stream()
                .filter(other -> other.bookingId() == null || !shown.contains(other.bookingId()))
                .forEach(other -> entries.add(new Busy(other.time())));
        entries.sort(Comparator.comparing(entry -> entry.time().startsAt()));
        return entries;
    }

    private static Day day(LocalDate date, ZoneId zone, WorkingTime time, List<Entry> entries) {
        Span day = days(date, date, zone);
        LocalDate first = LocalDate.ofInstant(day.startsAt(), time.zone()).minusDays(1);
        LocalDate last = LocalDate.ofInstant(day.endsAt(), time.zone()).plusDays(1);
        List<Span> working = Span.merge(first.datesUntil(last)
                .flatMap(local -> time.on(local).stream())
                .filter(day::overlaps)
                .map(stretch -> stretch.within(day))
                .toList());
        return new Day(
                date,
                working,
                entries.stream().filter(entry -> entry.time().overlaps(day)).toList());
    }

    private static Span days(LocalDate first, LocalDate last, ZoneId zone) {
        return new Span(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
