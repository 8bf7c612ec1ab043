package ru.trenergram.security;

import ru.trenergram.base.DomainException;

/**
 * Who may still use the platform. Tokens and sessions are worth nothing any more once their person has been shut out or
 * erased. The module that knows the people implements it; it is asked with every request, so it must cost next to nothing.
 */
public interface Admission {

    /** @throws DomainException {@code blocked} for whom the platform has shut out, {@code unauthorized} for who has been erased */
    void require(long userId);
}
