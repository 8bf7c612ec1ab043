package ru.trenergram.telegram.spi;

/** Groups get another id when they become supergroups. */
public interface MovedGroups {

    /** The id by which a chat can be reached now; mostly the one that it always had. */
    long now(long chatId);
}
