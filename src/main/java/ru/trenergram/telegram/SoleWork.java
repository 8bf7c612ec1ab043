package ru.trenergram.telegram;

/** Work that one node does for all. */
interface SoleWork {

    /** Names it in logs and in the health report. */
    String name();

    /** Tells its lock from the others', the same on every node. */
    int key();

    /** Works until the pulse ends. */
    void run(Pulse pulse);
}
