package ru.trenergram.base;

/**
 * The application's time has jumped, as this node has just noticed; perhaps back. Published on every node, outside of
 * transactions. For what remembers moments of that time and would wait for them in vain.
 */
public record TimeMoved() {}
