package ru.trenergram.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of PRODUCT.md, "Booking". */
class BookingStateTest {

    private static final Instant START = Instant.parse("2026-12-01T07:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T08:00:00Z");

    /** At each moment: before the start, at it, in the middle, at the end, just within 24 h of it, and then. */
    private enum Moment {
        BEFORE(START.minusSeconds(1)),
        START_(START),
        DURING(START.plusSeconds(1800)),
        END_(END),
        NEXT_DAY(END.plusSeconds(24 * 3600 - 1)),
        AFTER(END.plusSeconds(24 * 3600));

        private final Instant at;

        Moment(Instant at) {
            this.at = at;
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    PENDING,   CLIENT,  CLIENT,  BEFORE,   CONFIRM DECLINE CANCEL MOVE
                    PENDING,   CLIENT,  CLIENT,  DURING,   CONFIRM DECLINE
                    PENDING,   CLIENT,  TRAINER, BEFORE,   CANCEL MOVE EDIT
                    PENDING,   CLIENT,  STAFF,   BEFORE,   CANCEL MOVE EDIT
                    PENDING,   CLIENT,  TRAINER, START_,   COMPLETE EDIT
                    PENDING,   CLIENT,  TRAINER, AFTER,    COMPLETE EDIT
                    PENDING,   CLIENT,  SYSTEM,  AFTER,    CANCEL
                    PENDING,   TRAINER, TRAINER, BEFORE,   CONFIRM DECLINE CANCEL MOVE EDIT
                    PENDING,   TRAINER, STAFF,   BEFORE,   CONFIRM DECLINE CANCEL MOVE EDIT
                    PENDING,   TRAINER, CLIENT,  BEFORE,   CANCEL MOVE
                    PENDING,   TRAINER, CLIENT,  START_,   ''
                    PENDING,   TRAINER, TRAINER, START_,   DECLINE COMPLETE EDIT
                    PENDING,   TRAINER, SYSTEM,  BEFORE,   CANCEL
                    CONFIRMED, ,        TRAINER, BEFORE,   CANCEL MOVE EDIT
                    CONFIRMED, ,        CLIENT,  BEFORE,   CANCEL MOVE
                    CONFIRMED, ,        CLIENT,  START_,   ''
                    CONFIRMED, ,        CLIENT,  AFTER,    ''
                    CONFIRMED, ,        TRAINER, START_,   NO_SHOW EDIT
                    CONFIRMED, ,        TRAINER, DURING,   NO_SHOW EDIT
                    CONFIRMED, ,        TRAINER, END_,     COMPLETE NO_SHOW EDIT
                    CONFIRMED, ,        TRAINER, NEXT_DAY, COMPLETE NO_SHOW EDIT
                    CONFIRMED, ,        TRAINER, AFTER,    COMPLETE EDIT
                    CONFIRMED, ,        SYSTEM,  DURING,   CANCEL
                    CONFIRMED, ,        SYSTEM,  END_,     CANCEL COMPLETE
                    COMPLETED, ,        TRAINER, END_,     NO_SHOW
                    COMPLETED, ,        STAFF,   NEXT_DAY, NO_SHOW
                    COMPLETED, ,        TRAINER, AFTER,    ''
                    COMPLETED, ,        CLIENT,  END_,     ''
                    NO_SHOW,   ,        TRAINER, DURING,   COMPLETE
                    NO_SHOW,   ,        TRAINER, NEXT_DAY, COMPLETE
                    NO_SHOW,   ,        TRAINER, AFTER,    ''
                    NO_SHOW,   ,        CLIENT,  DURING,   ''
                    """)
    void who_may_do_what_and_when(
            BookingStatus status, @Nullable Side awaiting, Side side, Moment moment, String allowed) {
        assertThat(allowed(status, awaiting, side, moment)).isEqualTo(actions(allowed));
    }

    @Test
    void nothing_leads_out_of_cancelled() {
        for (Side side : Side.values()) {
            for (Moment moment : Moment.values()) {
                assertThat(allowed(BookingStatus.CANCELLED, null, side, moment)).isEmpty();
            }
        }
    }

    @Test
    void no_action_is_allowed_that_the_statuses_do_not_know() {
        for (BookingStatus status : BookingStatus.values()) {
            for (Side side : Side.values()) {
                for (Moment moment : Moment.values()) {
                    Side awaiting = status == BookingStatus.PENDING ? Side.CLIENT : null;
                    assertThat(allowed(status, awaiting, side, moment))
                            .allMatch(action -> action.target() == null || status.canTransitionTo(action.target()));
                }
            }
        }
    }

    private static Set<BookingAction> allowed(BookingStatus status, @Nullable Side awaiting, Side side, Moment moment) {
        var state = new BookingState(status, awaiting, START, END);
        return Arrays.stream(BookingAction.values())
                .filter(action -> state.allows(action, side, moment.at))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BookingAction.class)));
    }

    private static Set<BookingAction> actions(String names) {
        Set<BookingAction> actions = EnumSet.noneOf(BookingAction.class);
        for (String name : names.split(" ")) {
            if (!name.isEmpty()) {
                actions.add(BookingAction.valueOf(name));
            }
        }
        return actions;
    }
}
