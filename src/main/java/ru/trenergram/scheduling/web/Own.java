package ru.trenergram.scheduling.web;

import ru.trenergram.base.DomainException;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;

/** Ids in addresses: they must be the caller's own, and whatever else stands there is not found. */
final class Own {

    private Own() {}

    static void require(Caller caller, long telegramId) {
        if (caller.telegramId() != telegramId) {
            throw DomainException.notFound();
        }
    }

    static TrainerProfile trainer(Trainers trainers, Caller caller, long telegramId) {
        require(caller, telegramId);
        return trainers.get(caller.userId());
    }

    /** Where no id stands in the address: who is no trainer may not do this. */
    static TrainerProfile trainer(Trainers trainers, Caller caller) {
        return trainers.find(caller.userId()).orElseThrow(() -> new DomainException(ErrorCode.FORBIDDEN));
    }
}
