package ru.trenergram.trainers;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.Changed;
import ru.trenergram.base.Changed.Thing;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.base.Facts;
import ru.trenergram.base.Money;
import ru.trenergram.clubs.ClubTrainers;
import ru.trenergram.clubs.TrainerInvitations;
import ru.trenergram.switches.Feature;
import ru.trenergram.switches.Switches;

/** Trainers: how one becomes a trainer, their profile and their settings. */
@Service
@Transactional
public class Trainers {

    private final TrainerRepository trainers;
    private final TrainerReads reads;
    private final ClubTrainers clubTrainers;
    private final Switches switches;
    private final TrainerInvitations invitations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Trainers(
            TrainerRepository trainers,
            TrainerReads reads,
            ClubTrainers clubTrainers,
            Switches switches,
            TrainerInvitations invitations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.trainers = trainers;
        this.reads = reads;
        this.clubTrainers = clubTrainers;
        this.switches = switches;
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a user a trainer, on their own or with an application to a club.
     *
     * @param clubId null for a trainer on their own
     * @return false when the club had no place left, in which case the trainer works on their own
     * @throws DomainException {@code already_trainer}, {@code switched_off}
     */
    public boolean register(long userId, Money price, int sessionMinutes, ZoneId timezone, @Nullable Long clubId) {
        switches.require(Feature.TRAINER_REGISTRATION);
        if (trainers.existsById(userId)) {
            throw new DomainException(ErrorCode.ALREADY_TRAINER);
        }
        try {
            trainers.saveAndFlush(new Trainer(userId, price, sessionMinutes, timezone, clock.instant()));
        } catch (DataIntegrityViolationException twice) {
            throw new DomainException(ErrorCode.ALREADY_TRAINER);
        }
        boolean placed = clubId == null || clubTrainers.apply(clubId, userId);
        events.publishEvent(new TrainerRegistered(userId));
        return placed;
    }

    /**
     * A trainer accepts a club's invitation.
     *
     * @throws DomainException {@code not_found} for who is no trainer
     */
    public TrainerInvitations.Answer acceptInvitation(long userId, String code) {
        get(userId);
        return invitations.accept(userId, code);
    }

    @Transactional(readOnly = true)
    public Optional<TrainerProfile> find(long userId) {
        return reads.find(userId);
    }

    /** @throws DomainException {@code not_found} */
    @Transactional(readOnly = true)
    public TrainerProfile get(long userId) {
        return find(userId).orElseThrow(DomainException::notFound);
    }

    /**
     * The trainers whom a club's page shows: approved, and not hidden by their own wish. Who came to the platform first
     * stands first.
     *
     * @param afterId the user id of the last one of the page before, or 0
     */
    @Transactional(readOnly = true)
    public List<TrainerProfile> listedAt(long clubId, long afterId, int limit) {
        return reads.listedAt(clubId, afterId, limit);
    }

    /** @throws DomainException {@code not_found} when there is no such user, or they are no trainer */
    @Transactional(readOnly = true)
    public TrainerProfile byTelegramId(long telegramId) {
        return reads.findByTelegramId(telegramId).orElseThrow(DomainException::notFound);
    }

    /** Several trainers at once, by their user id. */
    @Transactional(readOnly = true)
    public Map<Long, TrainerProfile> getAll(Collection<Long> userIds) {
        return reads.findAll(userIds).stream().collect(Collectors.toMap(TrainerProfile::userId, Function.identity()));
    }

    /**
     * @param version the one that the trainer saw
     * @throws DomainException {@code not_found}, {@code stale_version}
     */
    public TrainerProfile changeSettings(long userId, int version, SettingsChange change) {
        Trainer trainer = trainers.findById(userId).orElseThrow(DomainException::notFound);
        Facts before = trainer.facts();
        trainer.change(version, change);
        try {
            trainers.flush();
        } catch (OptimisticLockingFailureException overtaken) {
            throw new DomainException(ErrorCode.STALE_VERSION);
        }
        events.publishEvent(new TrainerSettingsChanged(userId));
        events.publishEvent(Changed.byTrainer(userId, Thing.TRAINER_SETTINGS, userId, before, trainer.facts()));
        return get(userId);
    }
}
