package ru.trenergram.scheduling.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.Location;
import ru.trenergram.scheduling.BookingAction;
import ru.trenergram.scheduling.BookingChange;
import ru.trenergram.scheduling.BookingInfo;
import ru.trenergram.scheduling.Side;
import ru.trenergram.scheduling.web.BookingResource.BookingPlace;
import ru.trenergram.scheduling.web.BookingResource.HistoryLine;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.SelfBooking;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Puts people and places to bookings; as many queries for a list as for one. */
@Component
class BookingResources {

    private final Trainers trainers;
    private final Users users;
    private final Clubs clubs;
    private final Clock clock;

    BookingResources(Trainers trainers, Users users, Clubs clubs, Clock clock) {
        this.trainers = trainers;
        this.users = users;
        this.clubs = clubs;
        this.clock = clock;
    }

    BookingResource of(BookingInfo booking, Caller viewer) {
        return of(List.of(booking), viewer).getFirst();
    }

    BookingResource of(BookingInfo booking, List<BookingChange> history, Caller viewer) {
        BookingResource plain = of(booking, viewer);
        List<HistoryLine> changes = history.stream()
                .map(change ->
                        new HistoryLine(at(change.at(), booking.zone()), lowerCase(change.actor()), change.change()))
                .toList();
        return new BookingResource(
                plain.id(),
                plain.trainer(),
                plain.client(),
                plain.startsAt(),
                plain.endsAt(),
                plain.minutes(),
                plain.timezone(),
                plain.status(),
                plain.awaiting(),
                plain.price(),
                plain.chargeAt(),
                plain.charged(),
                plain.place(),
                plain.createdBy(),
                plain.series(),
                plain.note(),
                plain.cancelledBy(),
                plain.cancelReason(),
                plain.warnings(),
                plain.version(),
                plain.allowedActions(),
                changes);
    }

    List<BookingResource> of(List<BookingInfo> bookings, Caller viewer) {
        Map<Long, TrainerProfile> profiles =
                trainers.getAll(bookings.stream().map(BookingInfo::trainerId).collect(Collectors.toSet()));
        Map<Long, UserInfo> clients =
                users.getAll(bookings.stream().map(BookingInfo::clientId).collect(Collectors.toSet()));
        Map<Long, Location> locations = clubs.locations(bookings.stream()
                .map(BookingInfo::locationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Instant now = clock.instant();
        return bookings.stream()
                .map(booking -> resource(
                        booking,
                        Objects.requireNonNull(profiles.get(booking.trainerId())),
                        Objects.requireNonNull(clients.get(booking.clientId())),
                        locations,
                        booking.trainerId() == viewer.userId() ? Side.TRAINER : Side.CLIENT,
                        now))
                .toList();
    }

    private static BookingResource resource(
            BookingInfo booking,
            TrainerProfile trainer,
            UserInfo client,
            Map<Long, Location> locations,
            Side viewer,
            Instant now) {
        ZoneId zone = booking.zone();
        return new BookingResource(
                booking.id(),
                trainer.person(),
                client.person(),
                at(booking.startsAt(), zone),
                at(booking.endsAt(), zone),
                Duration.between(booking.startsAt(), booking.endsAt()).toMinutes(),
                zone.getId(),
                booking.status(),
                lowerCaseOrNull(booking.awaiting()),
                booking.price(),
                at(booking.chargeAt(), zone),
                booking.charged(),
                place(booking, trainer, locations),
                lowerCase(booking.createdBy()),
                booking.series(),
                booking.note(),
                lowerCaseOrNull(booking.cancelledBy()),
                booking.cancelReason(),
                booking.outsideWorkingHours() ? List.of("outside_working_hours") : List.of(),
                booking.version(),
                booking.allowedActions(viewer, now).stream()
                        .filter(action -> action != BookingAction.MOVE
                                || viewer == Side.TRAINER
                                || trainer.selfBooking() != SelfBooking.OFF)
                        .map(BookingResources::lowerCase)
                        .toList(),
                null);
    }

    private static @Nullable BookingPlace place(
            BookingInfo booking, TrainerProfile trainer, Map<Long, Location> locations) {
        Location location = booking.locationId() == null ? null : locations.get(booking.locationId());
        if (location != null) {
            return new BookingPlace(location.id(), location.name(), location.address());
        }
        return trainer.place() == null ? null : new BookingPlace(null, trainer.place(), null);
    }

    static OffsetDateTime at(Instant moment, ZoneId zone) {
        return moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    }

    static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String lowerCaseOrNull(@Nullable Enum<?> value) {
        return value == null ? null : lowerCase(value);
    }
}
