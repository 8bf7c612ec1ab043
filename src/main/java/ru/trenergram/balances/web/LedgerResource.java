package ru.trenergram.balances.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.trenergram.balances.EntryReason;
import ru.trenergram.balances.EntryReason.ByTrainer;
import ru.trenergram.balances.EntryReason.MoveNotAccepted;
import ru.trenergram.balances.EntryReason.SessionCharged;
import ru.trenergram.balances.LedgerEntry;
import ru.trenergram.base.Money;

/**
 * An entry of a ledger as the API shows it, with times in the trainer's zone.
 *
 * @param balance in the answer to a top-up or an adjustment only
 */
record LedgerResource(
        long id,

        @Schema(allowableValues = {"topup", "charge", "adjustment"})
        String kind,

        Money amount,
        Money balanceAfter,
        @Nullable UUID bookingId,

        @Schema(allowableValues = {"trainer", "system"}) String actor,

        Reason reason,
        OffsetDateTime createdAt,
        String timezone,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money balance) {

    /**
     * Why. Whatever follows the comment is there for a charge only.
     *
     * @param comment the trainer's words
     * @param chargeHoursBefore the trainer's rule at the time of booking
     * @param chargeAt the moment that the rule gave
     */
    record Reason(
            @Schema(allowableValues = {"by_trainer", "before_start", "agreed_later", "move_not_accepted"})
            String code,

            @Nullable String comment,
            @Nullable Integer chargeHoursBefore,
            @Nullable OffsetDateTime chargeAt,
            @Nullable OffsetDateTime startsAt) {}

    static LedgerResource of(LedgerEntry entry, ZoneId zone) {
        return of(entry, zone, null);
    }

    static LedgerResource withBalance(LedgerEntry entry, ZoneId zone) {
        return of(entry, zone, entry.balanceAfter());
    }

    private static LedgerResource of(LedgerEntry entry, ZoneId zone, @Nullable Money balance) {
        return new LedgerResource(
                entry.id(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.amount(),
                entry.balanceAfter(),
                entry.bookingId(),
                entry.reason() instanceof ByTrainer ? "trainer" : "system",
                reason(entry.reason(), zone),
                Moments.at(entry.createdAt(), zone),
                zone.getId(),
                balance);
    }

    private static Reason reason(EntryReason reason, ZoneId zone) {
        return switch (reason) {
            case ByTrainer(String comment) -> new Reason("by_trainer", comment, null, null, null);
            case MoveNotAccepted returned -> new Reason("move_not_accepted", null, null, null, null);
            case SessionCharged charged ->
                new Reason(
                        charged.agreedLater() ? "agreed_later" : "before_start",
                        null,
                        charged.hoursBefore(),
                        Moments.at(charged.chargeAt(), zone),
                        Moments.at(charged.startsAt(), zone));
        };
    }
}
