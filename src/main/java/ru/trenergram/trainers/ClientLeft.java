package ru.trenergram.trainers;

import java.time.Instant;

/** Somebody is no longer the client of a trainer. */
public record ClientLeft(long trainerId, long clientId, Instant at) {}
