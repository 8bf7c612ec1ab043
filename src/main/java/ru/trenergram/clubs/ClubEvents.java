package ru.trenergram.clubs;

/** What happens at clubs. */
public sealed interface ClubEvents {

    /** A trainer chose the club and waits for approval. */
    record TrainerApplied(long clubId, long trainerId) implements ClubEvents {}

    /** A trainer chose the club, whose tariff has no place left. */
    record TrainerTurnedAway(long clubId, long trainerId) implements ClubEvents {}
}
