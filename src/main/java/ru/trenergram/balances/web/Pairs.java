package ru.trenergram.balances.web;

import org.springframework.stereotype.Component;
import ru.trenergram.base.DomainException;
import ru.trenergram.security.Caller;
import ru.trenergram.trainers.TrainerProfile;
import ru.trenergram.trainers.Trainers;
import ru.trenergram.users.UserInfo;
import ru.trenergram.users.Users;

/** The people in an address, for those who may know of them; for everybody else they are not found (API.md, "Access"). */
@Component
class Pairs {

    private final Trainers trainers;
    private final Users users;

    Pairs(Trainers trainers, Users users) {
        this.trainers = trainers;
        this.users = users;
    }

    record Pair(TrainerProfile trainer, UserInfo client) {}

    /** The caller as the trainer in the address. */
    TrainerProfile ownTrainer(Caller caller, long trainerId) {
        if (caller.telegramId() != trainerId) {
            throw DomainException.notFound();
        }
        return trainers.get(caller.userId());
    }

    /** The caller as the trainer, with somebody. */
    Pair asTrainer(Caller caller, long trainerId, long clientId) {
        return new Pair(ownTrainer(caller, trainerId), users.byTelegramId(clientId));
    }

    /** The caller as either of the two. */
    Pair asEither(Caller caller, long trainerId, long clientId) {
        if (caller.telegramId() != trainerId && caller.telegramId() != clientId) {
            throw DomainException.notFound();
        }
        return new Pair(trainers.byTelegramId(trainerId), users.byTelegramId(clientId));
    }
}
