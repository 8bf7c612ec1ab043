package ru.trenergram.clubs;

import java.time.Instant;

/**
 * A trainer's place at a club.
 *
 * @param trainerId the user id of the trainer
 * @param since when they applied, or were approved
 */
public record ClubTrainer(ClubInfo club, long trainerId, Status status, Instant since) {

    public enum Status {
        APPLIED,
        ACTIVE
    }
}
