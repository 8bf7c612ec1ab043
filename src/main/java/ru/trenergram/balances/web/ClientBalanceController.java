package ru.trenergram.balances.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ru.trenergram.balances.Balances;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.Person;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** A client and their balance with each trainer. */
@RestController
class ClientBalanceController {

    private final Users users;
    private final Roster roster;
    private final Trainers trainers;
    private final Balances balances;

    ClientBalanceController(Users users, Roster roster, Trainers trainers, Balances balances) {
        this.users = users;
        this.roster = roster;
        this.trainers = trainers;
        this.balances = balances;
    }

    record ClientWithTrainers(
            long telegramId,
            String firstName,
            @Nullable String lastName,
            @Nullable String username,
            @Nullable String photoUrl,
            @Nullable String phone,
            List<TrainerBalance> trainers) {}

    record TrainerBalance(Person trainer, Money balance) {}

    /** All trainers for the client; for a trainer whose roster the client is on, only themselves. */
    @GetMapping("/api/v1/users/client/{telegramId}")
    ClientWithTrainers client(@AuthenticationPrincipal Caller caller, @PathVariable long telegramId) {
        UserInfo client = users.byTelegramId(telegramId);
        List<Long> shown = roster.trainersOf(client.id());
        if (client.id() != caller.userId()) {
            if (!shown.contains(caller.userId())) {
                throw DomainException.notFound();
            }
            shown = List.of(caller.userId());
        }
        Map<Long, TrainerProfile> profiles = trainers.getAll(shown);
        Map<Long, Money> sums = balances.withTrainers(client.id(), shown);
        Person person = client.person();
        return new ClientWithTrainers(
                person.telegramId(),
                person.firstName(),
                person.lastName(),
                person.username(),
                person.photoUrl(),
                client.phone(),
                shown.stream()
                        .map(id -> new TrainerBalance(
                                Objects.requireNonNull(profiles.get(id)).person(),
                                Objects.requireNonNull(sums.get(id))))
                        .toList());
    }
}
