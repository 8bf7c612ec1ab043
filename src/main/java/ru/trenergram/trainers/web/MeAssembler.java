package ru.trenergram.trainers.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.RosterEntry;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.trainers.web.MeResource.Role;
import ru.trenergram.users.Person;
import ru.trenergram.users.UserInfo;

/** Gathers from three modules what a Mini App needs to know at its start, in one answer. */
@Component
class MeAssembler {

    private final Trainers trainers;
    private final Roster roster;
    private final StaffMembers staff;
    private final ClubTrainers clubTrainers;

    MeAssembler(Trainers trainers, Roster roster, StaffMembers staff, ClubTrainers clubTrainers) {
        this.trainers = trainers;
        this.roster = roster;
        this.staff = staff;
        this.clubTrainers = clubTrainers;
    }

    MeResource of(UserInfo user) {
        Person person = user.person();
        Optional<TrainerProfile> trainer = trainers.find(user.id());
        List<TrainerResource> theirTrainers = trainersOf(user.id());
        List<Membership> memberships = staff.memberships(user.id());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (trainer.isPresent()) {
            roles.add(Role.TRAINER);
        }
        if (!theirTrainers.isEmpty()) {
            roles.add(Role.CLIENT);
        }
        if (!memberships.isEmpty()) {
            roles.add(Role.STAFF);
        }
        return new MeResource(
                person.telegramId(),
                person.firstName(),
                person.lastName(),
                person.username(),
                person.photoUrl(),
                user.phone(),
                user.language(),
                user.timezone() == null ? null : user.timezone().getId(),
                roles,
                trainer.map(profile -> TrainerResource.of(profile, clubTrainers.ofTrainer(profile.userId()), true))
                        .orElse(null),
                theirTrainers,
                memberships.stream()
                        .map(membership -> new MeResource.Staff(
                                new MeResource.Club(
                                        membership.club().id(),
                                        membership.club().name()),
                                membership.role()))
                        .toList());
    }

    private List<TrainerResource> trainersOf(long clientId) {
        List<RosterEntry> entries = roster.entriesOf(clientId);
        List<Long> ids = entries.stream().map(RosterEntry::trainerId).toList();
        Map<Long, TrainerProfile> profiles = trainers.getAll(ids);
        Map<Long, List<ClubTrainer>> places = clubTrainers.ofTrainers(ids);
        return entries.stream()
                .map(entry -> TrainerResource.forClient(
                        Objects.requireNonNull(profiles.get(entry.trainerId())),
                        places.getOrDefault(entry.trainerId(), List.of()),
                        entry))
                .toList();
    }
}
