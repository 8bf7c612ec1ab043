package ru.trenergram.scheduling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/**
 * What a club's staff see of it in the panel, each within their role (PRODUCT.md, "Clubs, tariffs, platform"). Every
 * call checks the role anew, so that who is dismissed sees nothing more, open page or not.
 *
 * <p>Throws {@link DomainException} {@code not_found} for everybody who is not on the staff and {@code forbidden} for
 * cashiers.
 */
@Service
@Transactional(readOnly = true)
public class ClubDesk {

    private final StaffMembers staff;
    private final ClubTrainers clubTrainers;
    private final ClubBookings bookings;
    private final Trainers trainers;
    private final Users users;
    private final Clock clock;

    ClubDesk(
            StaffMembers staff,
            ClubTrainers clubTrainers,
            ClubBookings bookings,
            Trainers trainers,
            Users users,
            Clock clock) {
        this.staff = staff;
        this.clubTrainers = clubTrainers;
        this.bookings = bookings;
        this.trainers = trainers;
        this.users = users;
        this.clock = clock;
    }

    public Membership membership(long staffId, long clubId) {
        return staff.panelMembership(staffId, clubId);
    }

    /** The day it is now at the club. */
    public LocalDate today(long staffId, long clubId) {
        return today(zone(membership(staffId, clubId)));
    }

    /** The bookings that start on a day at the club's locations, cancelled ones included, in the order of their starts. */
    public List<BookingRow> bookings(long staffId, long clubId, LocalDate day, int offset, int limit) {
        Membership membership = membership(staffId, clubId);
        List<ClubBooking> page = bookings.page(clubId, day(day, zone(membership)), offset, limit);
        Map<Long, UserInfo> clients = membership.role().seesPhones()
                ? users.getAll(
                        page.stream().map(ClubBooking::clientId).distinct().toList())
                : Map.of();
        return page.stream()
                .map(booking -> new BookingRow(booking, phone(clients.get(booking.clientId()))))
                .toList();
    }

    /** How many of a day's bookings are not cancelled. */
    public int countBookings(long staffId, long clubId, LocalDate day) {
        Membership membership = membership(staffId, clubId);
        return bookings.countByTrainer(clubId, day(day, zone(membership))).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The club's trainers, those who applied first, with today's bookings. */
    public List<TrainerRow> trainers(long staffId, long clubId, int offset, int limit) {
        Membership membership = membership(staffId, clubId);
        List<ClubTrainer> page = clubTrainers.page(clubId, offset, limit);
        List<Long> ids = page.stream().map(ClubTrainer::trainerId).toList();
        Map<Long, TrainerProfile> profiles = trainers.getAll(ids);
        Map<Long, UserInfo> people = membership.role().seesPhones() ? users.getAll(ids) : Map.of();
        ZoneId zone = zone(membership);
        Map<Long, Integer> today = bookings.countByTrainer(clubId, day(today(zone), zone));
        return page.stream()
                .map(place -> new TrainerRow(
                        place,
                        Objects.requireNonNull(profiles.get(place.trainerId())),
                        phone(people.get(place.trainerId())),
                        today.getOrDefault(place.trainerId(), 0)))
                .toList();
    }

    /** How many trainers the club has in each status. */
    public Map<ClubTrainer.Status, Integer> countTrainers(long staffId, long clubId) {
        membership(staffId, clubId);
        return clubTrainers.count(clubId);
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static ZoneId zone(Membership membership) {
        return membership.club().timezone();
    }

    private static Span day(LocalDate day, ZoneId zone) {
        return new Span(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static @Nullable String phone(@Nullable UserInfo person) {
        return person == null ? null : person.phone();
    }

    /** @param clientPhone null when there is none, or the role does not see it */
    public record BookingRow(ClubBooking booking, @Nullable String clientPhone) {}

    /**
     * @param phone null when there is none, or the role does not see it
     * @param bookingsToday at this club, without cancelled ones
     */
    public record TrainerRow(
            ClubTrainer place,
            TrainerProfile profile,
            @Nullable String phone,
            int bookingsToday) {}
}
