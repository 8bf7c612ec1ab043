package ru.trenergram.telegram.spi;

/**
 * Is asked right before a message goes out, which may be long after it was queued. Outside any transaction; one that
 * throws is asked again in a moment.
 */
public interface LastCheck {

    /** Of the dedupe keys that it is asked about. */
    String keyPrefix();

    boolean stillWanted(String dedupeKey);
}
