package ru.trenergram.scheduling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Clubs;
import ru.trenergram.clubs.Location;
import ru.trenergram.clubs.StaffMembers;

/**
 * Owners and managers of a club act for the trainers who work there in bookings at its locations, and nowhere else. What is
 * left of a trainer who has gone they only read.
 */
@Component
class StaffDuty {

    private final Clubs clubs;
    private final StaffMembers members;
    private final ClubTrainers trainers;

    StaffDuty(Clubs clubs, StaffMembers members, ClubTrainers trainers) {
        this.clubs = clubs;
        this.members = members;
        this.trainers = trainers;
    }

    /** @throws DomainException {@code not_found} */
    void require(Actor staff, @Nullable Long locationId, long trainerId) {
        Location location =
                locationId == null ? null : clubs.locations(List.of(locationId)).get(locationId);
        Long userId = staff.userId();
        if (location == null || userId == null) {
            throw DomainException.notFound();
        }
        if (!members.membership(userId, location.clubId()).role().managesBookings()
                || !trainers.works(location.clubId(), trainerId)) {
            throw DomainException.notFound();
        }
    }
}
