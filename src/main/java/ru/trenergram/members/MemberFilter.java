package ru.trenergram.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which of a club's clients are looked for; null does not matter.
 *
 * @param text a part of the name; for roles that see phones also of the phone
 * @param trainer the Telegram id of the trainer with whom they have had or will have a session at the club
 * @param visitedBefore their last visit was before this day, the club's; who has never come is not meant
 * @param visitedSince their last visit was on this day or later
 * @param inDebt whether only those who owe a trainer of the club for sessions there; for roles that see balances
 * @param birthday whether only those who have their birthday in this month
 */
public record MemberFilter(
        @Nullable String text,
        @Nullable Long trainer,
        @Nullable String tag,
        @Nullable LocalDate visitedBefore,
        @Nullable LocalDate visitedSince,
        boolean inDebt,
        boolean birthday,
        @Nullable Boolean consent) {

    public static final MemberFilter ALL = new MemberFilter(null, null, null, null, null, false, false, null);

    /** Those whose name or phone has this part; all for none. */
    public static MemberFilter text(String text) {
        return new MemberFilter(text.isBlank() ? null : text.strip(), null, null, null, null, false, false, null);
    }
}
