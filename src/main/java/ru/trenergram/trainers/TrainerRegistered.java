package ru.trenergram.trainers;

/** Somebody has become a trainer. */
public record TrainerRegistered(long trainerId) {}
