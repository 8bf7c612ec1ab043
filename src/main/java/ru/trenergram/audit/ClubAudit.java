package ru.trenergram.audit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.Membership;
import ru.trenergram.clubs.StaffDesk;
import ru.trenergram.clubs.StaffMember;
import ru.trenergram.clubs.StaffMembers;
import ru.trenergram.users.Person;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Who changed what at a club, for its owners and managers. */
@Service
@Transactional(readOnly = true)
public class ClubAudit {

    private final AuditLog log;
    private final StaffMembers staff;
    private final StaffDesk desk;
    private final ClubTrainers trainers;
    private final Users users;

    ClubAudit(AuditLog log, StaffMembers staff, StaffDesk desk, ClubTrainers trainers, Users users) {
        this.log = log;
        this.staff = staff;
        this.desk = desk;
        this.trainers = trainers;
        this.users = users;
    }

    /**
     * A change with the names of people.
     *
     * @param actor null for the service itself
     * @param about whom it is about, or null when it is about no person
     */
    public record Step(
            AuditEntry entry,
            @Nullable String actor,
            @Nullable String about) {}

    /** Somebody who may have changed something. */
    public record Somebody(long userId, String name) {}

    /** @throws DomainException {@code not_found} for strangers, {@code forbidden} for roles that read no audit */
    public Membership membership(long staffId, long clubId) {
        Membership membership = staff.panelMembership(staffId, clubId);
        if (!membership.role().readsAudit()) {
            throw new DomainException(ErrorCode.FORBIDDEN);
        }
        return membership;
    }

    /**
     * The newest first; of the filter the club is given by {@code clubId} alone.
     *
     * @param after the last one of the page before, or null
     * @throws DomainException as {@link #membership}
     */
    public List<Step> steps(
            long staffId, long clubId, AuditLog.Filter filter, AuditLog.@Nullable Key after, int limit) {
        membership(staffId, clubId);
        var ofClub = new AuditLog.Filter(
                filter.what(), filter.thingId(), filter.actorId(), clubId, filter.from(), filter.before());
        List<AuditEntry> entries = log.entries(ofClub, after, limit);
        Set<Long> people = new HashSet<>();
        entries.forEach(entry -> {
            Optional.ofNullable(entry.actorId()).ifPresent(people::add);
            about(entry).ifPresent(people::add);
        });
        Map<Long, UserInfo> names = users.getAll(people);
        return entries.stream()
                .map(entry -> new Step(
                        entry,
                        Optional.ofNullable(entry.actorId())
                                .map(names::get)
                                .map(UserInfo::person)
                                .map(Person::fullName)
                                .orElse(null),
                        about(entry)
                                .map(names::get)
                                .map(UserInfo::person)
                                .map(Person::fullName)
                                .orElse(null)))
                .toList();
    }

    /**
     * The staff and the trainers of the club.
     *
     * @throws DomainException as {@link #membership}
     */
    public List<Somebody> people(long staffId, long clubId) {
        membership(staffId, clubId);
        Map<Long, String> names = new LinkedHashMap<>();
        for (StaffMember member : desk.members(staffId, clubId)) {
            names.put(member.userId(), member.name());
        }
        users.getAll(trainers.page(clubId, 0, Integer.MAX_VALUE).stream()
                        .map(ClubTrainer::trainerId)
                        .toList())
                .values()
                .forEach(trainer ->
                        names.putIfAbsent(trainer.id(), trainer.person().fullName()));
        return names.entrySet().stream()
                .map(person -> new Somebody(person.getKey(), person.getValue()))
                .toList();
    }

    /** The user whose place at the club it is; their ids stand behind the club's. */
    private static Optional<Long> about(AuditEntry entry) {
        boolean place = entry.what() == Changed.Thing.STAFF_MEMBER || entry.what() == Changed.Thing.CLUB_TRAINER;
        return place
                ? Optional.of(
                        Long.valueOf(entry.thingId().substring(entry.thingId().indexOf('/') + 1)))
                : Optional.empty();
    }
}
