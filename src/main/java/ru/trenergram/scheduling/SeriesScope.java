package ru.trenergram.scheduling;

import org.jspecify.annotations.Nullable;

/** How much of its series a change of a booking is meant for; a booking that stands alone is all there is. */
public enum SeriesScope {
    THIS,
    /** The named one and those behind it in the order of the series. */
    FOLLOWING,
    ALL;

    boolean includes(@Nullable SeriesPlace place, SeriesPlace named) {
        return place != null
                && switch (this) {
                    case THIS -> place.index() == named.index();
                    case FOLLOWING -> place.index() >= named.index();
                    case ALL -> true;
                };
    }
}
