package ru.trenergram.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;

/**
 * A line in the list of a club's clients.
 *
 * @param visits sessions at the club that took place
 * @param debt what they owe trainers of the club, as a positive amount; null when nothing, or when the role does not see it
 */
public record MemberRow(
        Member member,
        int visits,
        @Nullable Instant lastVisitAt,
        @Nullable Money debt) {}
