package ru.trenergram.base;

/** An edit of a state that is no longer the current one; nothing has been changed. */
public class StaleVersionException extends DomainException {

    private final transient Object current;

    /** @param current the state as the caller would read it now */
    public StaleVersionException(Object current) {
        super(ErrorCode.STALE_VERSION);
        this.current = current;
    }

    public Object current() {
        return current;
    }
}
