package ru.trenergram.scheduling;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;

/** A series cannot take place as a whole, or cannot be moved as one; nothing of it has happened. */
public final class SeriesConflictException extends DomainException {

    private final transient List<SeriesConflict> conflicts;
    private final transient ZoneId zone;

    SeriesConflictException(List<SeriesConflict> conflicts, ZoneId zone) {
        super(ErrorCode.SERIES_CONFLICT);
        this.conflicts = conflicts.stream()
                .sorted(Comparator.comparing(SeriesConflict::startsAt))
                .toList();
        this.zone = zone;
    }

    /** In the order of their starts. */
    public List<SeriesConflict> conflicts() {
        return conflicts;
    }

    /** The trainer's, in which the starts are shown. */
    public ZoneId zone() {
        return zone;
    }
}
