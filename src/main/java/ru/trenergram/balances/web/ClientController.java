package ru.trenergram.balances.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.balances.Balances;
import ru.trenergram.base.Cursor;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.base.Page;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.ClientTally;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.RosterEntry;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.users.Person;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** The trainer's roster with what each client has booked and what they have paid ahead or owe. */
@RestController
@RequestMapping("/api/v1/users/trainer/{telegramId}/clients")
class ClientController {

    private final Roster roster;
    private final Bookings bookings;
    private final Balances balances;
    private final Pairs pairs;
    private final Users users;

    ClientController(Roster roster, Bookings bookings, Balances balances, Pairs pairs, Users users) {
        this.roster = roster;
        this.bookings = bookings;
        this.balances = balances;
        this.pairs = pairs;
        this.users = users;
    }

    /**
     * @param balance what the client has paid ahead; negative when they owe
     * @param price agreed with this client, or null for the trainer's own
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
            int version) {}

    @GetMapping
    Page<ClientResource> clients(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestParam @Nullable String query,
            @RequestParam(defaultValue = "recent") @Pattern(regexp = "recent") String sort,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        TrainerProfile trainer = pairs.ownTrainer(caller, telegramId);
        List<RosterEntry> found =
                roster.clients(caller.userId(), search(query), after(cursor, caller.userId()), limit + 1);
        Page<RosterEntry> page = Page.of(found, limit, ClientController::cursor);
        List<Long> ids = page.items().stream().map(RosterEntry::clientId).toList();
        Map<Long, UserInfo> people = users.getAll(ids);
        Map<Long, ClientTally> tallies = bookings.tallies(caller.userId(), ids);
        Map<Long, Money> sums = balances.ofClients(caller.userId(), ids);
        return page.map(entry -> resource(
                entry,
                Objects.requireNonNull(people.get(entry.clientId())),
                Objects.requireNonNull(tallies.get(entry.clientId())),
                Objects.requireNonNull(sums.get(entry.clientId())),
                trainer.timezone()));
    }

    private static ClientResource resource(
            RosterEntry entry, UserInfo client, ClientTally tally, Money balance, ZoneId zone) {
        return new ClientResource(
                client.person(),
                client.phone(),
                balance,
                entry.price(),
                tally.total(),
                tally.upcoming(),
                tally.lastVisitAt() == null ? null : Moments.at(tally.lastVisitAt(), zone),
                entry.note(),
                entry.archived(),
                entry.version());
    }

    /** What PostgreSQL cannot compare can be in no name. */
    private static @Nullable String search(@Nullable String query) {
        if (query == null || query.isBlank()) {
            return null;
        }
        if (query.indexOf('\0') >= 0) {
            throw DomainException.invalid("query", "invalid");
        }
        return query.strip();
    }

    private static String cursor(RosterEntry last) {
        return Cursor.of(last.recentAt().getEpochSecond(), last.recentAt().getNano(), last.clientId());
    }

    private static @Nullable RosterEntry after(@Nullable String cursor, long trainerId) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = Cursor.keys(cursor, 3);
        try {
            var recentAt = Moments.second(keys.getFirst(), keys.get(1));
            return new RosterEntry(trainerId, Long.parseLong(keys.getLast()), null, null, false, recentAt, 0);
        } catch (IllegalArgumentException unreadable) {
            throw DomainException.invalid("cursor", "invalid");
        }
    }
}
