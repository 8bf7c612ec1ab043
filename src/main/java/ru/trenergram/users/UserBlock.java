package ru.trenergram.users;

import java.time.Instant;

/**
 * Somebody is shut out of the platform.
 *
 * @param reason for super-admins to read
 * @param by user id of the super-admin
 */
public record UserBlock(String reason, long by, Instant at) {}
