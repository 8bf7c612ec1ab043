package ru.trenergram.balances.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.trenergram.balances.ClientMonths;
import ru.trenergram.base.Money;
import ru.trenergram.base.Versioned;
import ru.trenergram.users.Person;

/**
 * A client as their trainer sees them.
 *
 * @param balance what the client has paid ahead; negative when they owe
 * @param price agreed with this client, or null for the trainer's own
 * @param stats by month, the newest first; in the answer about this one client only
 */
record ClientResource(
        Person client,
        @Nullable String phone,
        Money balance,
        @Nullable Money price,
        int bookingsTotal,
        int bookingsUpcoming,
        @Nullable OffsetDateTime lastVisitAt,
        @Nullable String note,
        boolean archived,
        Integer version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MonthStats> stats)
        implements Versioned {

    /**
     * @param month in the trainer's zone, to which a session belongs by its start
     * @param spent what was charged for sessions of this month, less what went back
     */
    record MonthStats(
            @Schema(example = "2026-12") String month, int completed, int cancelled, int noShow, Money spent) {

        static MonthStats of(ClientMonths.Month month) {
            return new MonthStats(
                    month.month().toString(), month.completed(), month.cancelled(), month.noShow(), month.spent());
        }
    }

    ClientResource with(List<ClientMonths.Month> months) {
        return new ClientResource(
                client,
                phone,
                balance,
                price,
                bookingsTotal,
                bookingsUpcoming,
                lastVisitAt,
                note,
                archived,
                version,
                months.stream().map(MonthStats::of).toList());
    }
}
