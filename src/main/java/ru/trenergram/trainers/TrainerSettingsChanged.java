package ru.trenergram.trainers;

/** A trainer has changed their settings. @param trainerId user id */
public record TrainerSettingsChanged(long trainerId) {}
