package ru.trenergram.clubs;

/** A place of a club where sessions are given. */
public record Location(long id, long clubId, String name, String address) {}
