package ru.trenergram.base;

import java.time.Duration;

/** How far the application's time is ahead of the real one. Without such a bean the application's time is the real one. */
public interface TimeShift {

    /** Zero or more, as this node knows it. Asked for every "now", so it waits for nothing. */
    Duration ahead();
}
