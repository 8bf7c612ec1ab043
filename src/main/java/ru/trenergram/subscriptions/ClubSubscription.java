package ru.trenergram.subscriptions;

import java.time.LocalDate;
import java.util.List;
import ru.trenergram.clubs.ClubInfo;
import ru.trenergram.tariffs.Tariff;

/**
 * A club's subscription, as its owner sees it.
 *
 * @param tariff that is chosen
 * @param inForce whose rules the club lives by now
 * @param today in the club's zone
 * @param trainers how many are approved, frozen ones included
 * @param frozen the names of those who are frozen
 * @param entries the newest first
 * @param offered the tariffs to choose from, and the chosen one
 */
public record ClubSubscription(
        ClubInfo club,
        Subscription subscription,
        Tariff tariff,
        Tariff inForce,
        LocalDate today,
        int trainers,
        List<String> frozen,
        List<SubscriptionEntry> entries,
        List<Tariff> offered) {

    public Subscription.State state() {
        return subscription.state(today);
    }
}
