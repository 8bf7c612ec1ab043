package ru.trenergram.simulator;

/** Something that every node does once a second: looks up what others have changed, writes down what has gathered. */
public interface Ticking {

    /** Never called twice at the same time. What it throws is logged, and it is called again. */
    void tick();
}
