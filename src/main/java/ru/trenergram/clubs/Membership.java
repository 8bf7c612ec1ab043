package ru.trenergram.clubs;

/** Somebody's place on the staff of a club. */
public record Membership(ClubInfo club, StaffRole role) {}
