package ru.trenergram.balances.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.trenergram.balances.Balances;
import ru.trenergram.base.Money;
import ru.trenergram.scheduling.Bookings;
import ru.trenergram.scheduling.ClientTally;
import ru.trenergram.trainers.Roster;
import ru.trenergram.trainers.RosterEntry;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** Gathers what is known of clients; as many queries for a list as for one. */
@Component
class ClientResources {

    private final Roster roster;
    private final Bookings bookings;
    private final Balances balances;
    private final Users users;

    ClientResources(Roster roster, Bookings bookings, Balances balances, Users users) {
        this.roster = roster;
        this.bookings = bookings;
        this.balances = balances;
        this.users = users;
    }

    /** In the order of the ids; who has just left is not among them any more. */
    List<ClientResource> of(TrainerProfile trainer, List<Long> clientIds) {
        long trainerId = trainer.userId();
        Map<Long, RosterEntry> entries = roster.getAll(trainerId, clientIds);
        Map<Long, UserInfo> people = users.getAll(clientIds);
        Map<Long, ClientTally> tallies = bookings.tallies(trainerId, clientIds);
        Map<Long, Money> sums = balances.ofClients(trainerId, clientIds);
        return clientIds.stream()
                .flatMap(id -> Stream.ofNullable(entries.get(id)))
                .map(entry -> resource(
                        entry,
                        Objects.requireNonNull(people.get(entry.clientId())),
                        Objects.requireNonNull(tallies.get(entry.clientId())),
                        Objects.requireNonNull(sums.get(entry.clientId())),
                        trainer))
                .toList();
    }

    private static ClientResource resource(
            RosterEntry entry, UserInfo client, ClientTally tally, Money balance, TrainerProfile trainer) {
        return new ClientResource(
                client.person(),
                client.phone(),
                balance,
                entry.price(),
                tally.total(),
                tally.upcoming(),
                tally.lastVisitAt() == null ? null : Moments.at(tally.lastVisitAt(), trainer.timezone()),
                entry.note(),
                entry.archived(),
                entry.version(),
                null);
    }
}
