package ru.trenergram.bench;

import java.time.Instant;

/** A free hour of a trainer and a client who is to have it. @param client the client's number */
record Wish(int trainer, int client, Instant startsAt, boolean byTrainer) {}
