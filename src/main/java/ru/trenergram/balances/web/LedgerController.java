package ru.trenergram.balances.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.balances.Balances;
import ru.trenergram.balances.LedgerEntry;
import ru.trenergram.balances.web.Pairs.Pair;
import ru.trenergram.base.Cursor;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.base.Page;
import ru.trenergram.security.Caller;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Money between a trainer and a client (API.md, "Users"). */
@RestController
@RequestMapping("/api/v1/users/trainer/{trainerId}/client/{clientId}")
class LedgerController {

    private final Balances balances;
    private final Pairs pairs;

    LedgerController(Balances balances, Pairs pairs) {
        this.balances = balances;
        this.pairs = pairs;
    }

    /** @param amount in minor units */
    record Sum(
            @NotNull @JsonDeserialize(using = WholeNumber.class)
            Long amount,

            @NotNull @Pattern(regexp = "RUB") String currency) {}

    record TopUp(
            @NotNull @Valid Sum amount,
            @Nullable @Size(max = Balances.MAX_COMMENT) String comment) {}

    record Adjustment(
            @NotNull @Valid Sum amount,

            @NotBlank @Size(max = Balances.MAX_COMMENT) String reason) {}

    @PostMapping("/topup")
    @ResponseStatus(HttpStatus.CREATED)
    LedgerResource topUp(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long trainerId,
            @PathVariable long clientId,
            @RequestBody @Valid TopUp request) {
        Pair pair = pairs.asTrainer(caller, trainerId, clientId);
        Money amount = Money.rubles(request.amount().amount());
        return LedgerResource.withBalance(
                balances.topUp(caller.userId(), pair.client().id(), amount, request.comment()),
                pair.trainer().timezone());
    }

    @PostMapping("/adjustment")
    @ResponseStatus(HttpStatus.CREATED)
    LedgerResource adjust(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long trainerId,
            @PathVariable long clientId,
            @RequestBody @Valid Adjustment request) {
        Pair pair = pairs.asTrainer(caller, trainerId, clientId);
        Money amount = Money.rubles(request.amount().amount());
        return LedgerResource.withBalance(
                balances.adjust(caller.userId(), pair.client().id(), amount, request.reason()),
                pair.trainer().timezone());
    }

    @GetMapping("/ledger")
    Page<LedgerResource> ledger(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long trainerId,
            @PathVariable long clientId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Pair pair = pairs.asEither(caller, trainerId, clientId);
        List<LedgerEntry> found =
                balances.entries(pair.trainer().userId(), pair.client().id(), beforeId(cursor), limit + 1);
        return Page.of(found, limit, last -> Cursor.of(last.id()))
                .map(entry -> LedgerResource.of(entry, pair.trainer().timezone()));
    }

    private static long beforeId(@Nullable String cursor) {
        try {
            return cursor == null
                    ? Long.MAX_VALUE
                    : Long.parseLong(Cursor.keys(cursor, 1).getFirst());
        } catch (NumberFormatException unreadable) {
            throw DomainException.invalid("cursor", "invalid");
        }
    }
}
