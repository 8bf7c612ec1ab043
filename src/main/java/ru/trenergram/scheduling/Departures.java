package ru.trenergram.scheduling;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.trainers.Roster;

/** Clients who leave their trainer. */
@Service
@Transactional
public class Departures {

    private final Roster roster;
    private final Bookings bookings;

    Departures(Roster roster, Bookings bookings) {
        this.roster = roster;
        this.bookings = bookings;
    }

    /**
     * The sessions ahead are cancelled by the client, with all that a cancellation brings; the ledger stays, and whoever
     * comes back by the trainer's link finds their balance, their note and their price as they were. The roster goes
     * first: a session that is just being booked is either cancelled here or refused.
     *
     * @throws DomainException {@code not_found} when the client is not on the trainer's roster
     */
    public void leave(long clientId, long trainerId) {
        roster.leave(trainerId, clientId);
        bookings.cancelAhead(clientId, trainerId);
    }
}
