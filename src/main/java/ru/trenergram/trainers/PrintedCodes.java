package ru.trenergram.trainers;

import java.util.Optional;

/** Codes on paper that stand for a link of a trainer or a club. Whoever prints them knows whose they are. */
public interface PrintedCodes {

    /** What the {@code /start} payload of a scanned code begins with; the code follows. */
    String PREFIX = "q_";

    /** What the payload of a club's link begins with; one of its codes follows. */
    String CLUB_PREFIX = "club_";

    /** The user id of the trainer whose code it is. */
    Optional<Long> trainerOf(String code);

    /** The club whose code it is. */
    Optional<Long> clubOf(String code);
}
