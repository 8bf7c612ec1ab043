package ru.trenergram.clubs;

import java.time.Instant;

/** @param name of the person */
public record StaffMember(long userId, String name, StaffRole role, Instant since) {}
