package ru.trenergram.balances;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.balances.EntryReason.ByTrainer;
import ru.trenergram.base.DomainException;
import ru.trenergram.base.Money;
import ru.trenergram.trainers.Roster;

/**
 * What trainers and their clients owe each other (PRODUCT.md, "Money between client and trainer"). All ids are user ids.
 * Who may ask is for the caller to check; a pair that has nothing to do with each other answers {@code not_found}.
 */
@Service
@Transactional
public class Balances {

    /** The largest amount of one entry, in minor units: as much as a session may cost. */
    public static final long MAX_AMOUNT = 100_000_000;

    public static final int MAX_COMMENT = 500;

    private static final Money NOTHING = Money.rubles(0);

    private final Ledger ledger;
    private final Roster roster;
    private final JdbcClient jdbc;

    Balances(Ledger ledger, Roster roster, JdbcClient jdbc) {
        this.ledger = ledger;
        this.roster = roster;
        this.jdbc = jdbc;
    }

    /**
     * The trainer has received money.
     *
     * @param amount from 1 to {@link #MAX_AMOUNT}
     * @throws DomainException {@code not_found}, {@code validation_failed}
     */
    public LedgerEntry topUp(long trainerId, long clientId, Money amount, @Nullable String comment) {
        takePair(trainerId, clientId);
        if (amount.amount() < 1) {
            throw DomainException.invalid("amount.amount", "min", 1);
        }
        requireBounds(amount);
        return ledger.append(
                trainerId, clientId, EntryKind.TOPUP, amount, null, new ByTrainer(text("comment", comment)));
    }

    /**
     * The trainer corrects the balance.
     *
     * @param amount what to add, negative to take away, not zero
     * @throws DomainException {@code not_found}, {@code validation_failed}
     */
    public LedgerEntry adjust(long trainerId, long clientId, Money amount, String why) {
        takePair(trainerId, clientId);
        if (amount.amount() == 0) {
            throw DomainException.invalid("amount.amount", "not_zero");
        }
        requireBounds(amount);
        String reason = text("reason", why);
        if (reason == null) {
            throw DomainException.invalid("reason", "required");
        }
        return ledger.append(trainerId, clientId, EntryKind.ADJUSTMENT, amount, null, new ByTrainer(reason));
    }

    /**
     * A page of a pair's ledger, the newest entry first.
     *
     * @param beforeId only entries before this one
     * @throws DomainException {@code not_found}
     */
    @Transactional(readOnly = true)
    public List<LedgerEntry> entries(long trainerId, long clientId, long beforeId, int limit) {
        requirePair(trainerId, clientId);
        return ledger.of(trainerId, clientId, beforeId, limit);
    }

    /** @throws DomainException {@code not_found} */
    @Transactional(readOnly = true)
    public LedgerEntry entry(long id) {
        return ledger.find(id).orElseThrow(DomainException::notFound);
    }

    /** The balances of some clients with a trainer; every one of them has an entry. */
    @Transactional(readOnly = true)
    public Map<Long, Money> ofClients(long trainerId, Collection<Long> clientIds) {
        return balances("client_id", "trainer_id", trainerId, clientIds);
    }

    /** A client's balances with some trainers; every one of them has an entry. */
    @Transactional(readOnly = true)
    public Map<Long, Money> withTrainers(long clientId, Collection<Long> trainerIds) {
        return balances("trainer_id", "client_id", clientId, trainerIds);
    }

    private Map<Long, Money> balances(String others, String own, long id, Collection<Long> otherIds) {
        Map<Long, Money> balances = new HashMap<>();
        otherIds.forEach(other -> balances.put(other, NOTHING));
        jdbc.sql("SELECT " + others + ", amount FROM balance WHERE " + own + " = :id AND " + others
                        + " = ANY (:others)")
                .param("id", id)
                .param("others", otherIds.toArray(Long[]::new))
                .query(row -> {
                    balances.put(row.getLong(1), Money.rubles(row.getLong(2)));
                });
        return balances;
    }

    /** On the roster now, or with entries from the time when they were. */
    private void requirePair(long trainerId, long clientId) {
        require(roster.find(trainerId, clientId).isPresent() || hasBalance(trainerId, clientId));
    }

    /** Like {@link #requirePair}; who merges the client's account with another one waits for the entry. */
    private void takePair(long trainerId, long clientId) {
        require(roster.take(trainerId, clientId).isPresent() || hasBalance(trainerId, clientId));
    }

    private static void require(boolean pair) {
        if (!pair) {
            throw DomainException.notFound();
        }
    }

    private boolean hasBalance(long trainerId, long clientId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM balance WHERE trainer_id = ? AND client_id = ?)")
                .params(trainerId, clientId)
                .query(Boolean.class)
                .single();
    }

    private static void requireBounds(Money amount) {
        if (amount.amount() > MAX_AMOUNT) {
            throw DomainException.invalid("amount.amount", "max", MAX_AMOUNT);
        }
        if (amount.amount() < -MAX_AMOUNT) {
            throw DomainException.invalid("amount.amount", "min", -MAX_AMOUNT);
        }
    }

    private static @Nullable String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MAX_COMMENT) {
            throw DomainException.invalid(field, "size", 0, MAX_COMMENT);
        }
        if (text.indexOf('\0') >= 0) {
            throw DomainException.invalid(field, "invalid");
        }
        return text.strip();
    }
}
