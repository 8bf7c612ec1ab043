package ru.trenergram.balances.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.balances.ClientList;
import ru.trenergram.balances.ClientMonths;
import ru.trenergram.balances.ClientOrder;
import ru.trenergram.balances.web.Pairs.Pair;
import ru.trenergram.base.Cursor;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Page;
import ru.trenergram.base.StaleVersionException;
import ru.trenergram.base.Versions;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.RosterEntry;
import ru.trenergram.trainers.TrainerProfile;

/** The trainer's roster with what each client has booked and what they have paid ahead or owe. */
@RestController
@RequestMapping("/api/v1/users/trainer/{telegramId}/clients")
class ClientController {

    private final Roster roster;
    private final ClientList list;
    private final ClientMonths months;
    private final ClientResources resources;
    private final Pairs pairs;

    ClientController(Roster roster, ClientList list, ClientMonths months, ClientResources resources, Pairs pairs) {
        this.roster = roster;
        this.list = list;
        this.months = months;
        this.resources = resources;
        this.pairs = pairs;
    }

    @GetMapping
    Page<ClientResource> clients(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(defaultValue = "recent") @Pattern(regexp = "recent|name|balance") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        TrainerProfile trainer = pairs.ownTrainer(caller, telegramId);
        List<ClientList.Place> found = list.page(
                caller.userId(),
                search(query),
                ClientOrder.valueOf(sort.toUpperCase(Locale.ROOT)),
                place(cursor, sort),
                limit + 1);
        Page<ClientList.Place> page = Page.of(found, limit, last -> Cursor.of(sort, last.key(), last.clientId()));
        List<Long> ids = page.items().stream().map(ClientList.Place::clientId).toList();
        return new Page<>(resources.of(trainer, ids), page.nextCursor());
    }

    @GetMapping("/{clientId}")
    ClientResource client(
            @AuthenticationPrincipal Caller caller, @PathVariable long telegramId, @PathVariable long clientId) {
        Pair pair = pairs.asTrainer(caller, telegramId, clientId);
        return withMonths(pair, current(pair));
    }

    @PutMapping("/{clientId}")
    ClientResource change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long telegramId,
            @PathVariable long clientId,
            @RequestBody @Valid ClientChange change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Pair pair = pairs.asTrainer(caller, telegramId, clientId);
        RosterEntry seen = current(pair);
        int version = Versions.named(change.version(), ifMatch);
        // a version that is not the one of what was just read fits nothing that could be changed
        boolean changed =
                version == seen.version() && roster.change(seen.trainerId(), seen.clientId(), change.of(seen));
        ClientResource now = withMonths(pair, current(pair));
        if (!changed) {
            throw new StaleVersionException(now);
        }
        return now;
    }

    private RosterEntry current(Pair pair) {
        return roster.find(pair.trainer().userId(), pair.client().id()).orElseThrow(DomainException::notFound);
    }

    private ClientResource withMonths(Pair pair, RosterEntry entry) {
        return resources.of(pair.trainer(), List.of(entry.clientId())).stream()
                .findFirst()
                .orElseThrow(DomainException::notFound)
                .with(months.of(
                        entry.trainerId(), entry.clientId(), pair.trainer().timezone()));
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

    /** A cursor belongs to the order in which it was given out. */
    private static ClientList.@Nullable Place place(@Nullable String cursor, String sort) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = Cursor.keys(cursor, 3);
        try {
            if (!sort.equals(keys.getFirst())) {
                throw DomainException.invalid("cursor", "invalid");
            }
            if (!sort.equals("name")) {
                Long.parseLong(keys.get(1));
            }
            return new ClientList.Place(keys.get(1), Long.parseLong(keys.getLast()));
        } catch (NumberFormatException unreadable) {
            throw DomainException.invalid("cursor", "invalid");
        }
    }
}
