package ru.trenergram.trainers;

import java.time.Instant;

/** Somebody has become the client of a trainer, for the first time or again. */
public record ClientJoined(long trainerId, long clientId, Instant at) {}
