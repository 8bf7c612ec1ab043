package ru.trenergram.scheduling.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.trenergram.base.Money;
import ru.trenergram.base.Versioned;
import ru.trenergram.scheduling.BookingStatus;
import ru.trenergram.scheduling.SeriesPlace;
import ru.trenergram.users.Person;

/**
 * A booking as the API shows it (API.md, "Bookings"), with times in the trainer's zone.
 *
 * @param series null for a booking that stands alone
 * @param history in the answer to a question for this one booking only
 */
record BookingResource(
        UUID id,
        Person trainer,
        Person client,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        long minutes,
        String timezone,
        BookingStatus status,

        @Schema(allowableValues = {"client", "trainer"}) @Nullable String awaiting,

        Money price,
        OffsetDateTime chargeAt,
        boolean charged,
        @Nullable BookingPlace place,

        @Schema(allowableValues = {"trainer", "client", "staff"})
        String createdBy,

        @Nullable SeriesPlace series,
        @Nullable String note,

        @Schema(allowableValues = {"trainer", "client", "staff", "system"}) @Nullable String cancelledBy,

        @Nullable String cancelReason,

        @ArraySchema(schema = @Schema(allowableValues = {"outside_working_hours"}))
        List<String> warnings,

        Integer version,

        @ArraySchema(
                schema =
                        @Schema(
                                allowableValues = {"confirm", "decline", "move", "edit", "cancel", "complete", "no_show"
                                }))
        List<String> allowedActions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HistoryLine> history)
        implements Versioned {

    /** @param locationId null for the place that a trainer on their own has written down */
    record BookingPlace(
            @Nullable Long locationId,
            String name,
            @Nullable String address) {}

    record HistoryLine(
            OffsetDateTime at,

            @Schema(allowableValues = {"trainer", "client", "staff", "system"})
            String actor,

            @Schema(
                    allowableValues = {
                        "created",
                        "confirmed",
                        "declined",
                        "cancelled",
                        "moved",
                        "edited",
                        "completed",
                        "no_show"
                    })
            String change) {}
}
