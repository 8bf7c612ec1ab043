package ru.trenergram.trainers;

/** Somebody has become the client of a trainer. */
public record ClientJoined(long trainerId, long clientId) {}
