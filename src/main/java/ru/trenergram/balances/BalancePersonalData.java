package ru.trenergram.balances;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Balances and the ledger, which keeps ids and sums; what trainers wrote to them goes. */
@Component
class BalancePersonalData implements PersonalData {

    private static final String ENTRIES = """
            SELECT concat_ws(' ', first_name, last_name) AS other, kind, amount, balance_after, booking_id, reason, text AS comment,
                charge_hours_before, charge_at, session_at, ledger_entry.created_at
            FROM ledger_entry LEFT JOIN ledger_comment ON entry_id = ledger_entry.id JOIN users ON users.id =\s""";

    private final JdbcClient jdbc;

    BalancePersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("balance", "ledger_entry", "ledger_comment");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "ledger_as_client",
                rows(ENTRIES + "trainer_id WHERE client_id = ? ORDER BY ledger_entry.id", person),
                "ledger_as_trainer",
                rows(ENTRIES + "client_id WHERE trainer_id = ? ORDER BY ledger_entry.id", person),
                "balances",
                rows("""
                        SELECT concat_ws(' ', first_name, last_name) AS trainer, amount
                        FROM balance JOIN users ON users.id = trainer_id WHERE client_id = ?
                        """, person));
    }

    private List<Map<String, @Nullable Object>> rows(String sql, Subject person) {
        return jdbc.sql(sql).param(person.userId()).query().listOfRows();
    }

    /** The ledger is append-only: an entry stays with the two whom it names. */
    @Override
    public Optional<String> hindersMerge(Subject from, Subject into) {
        boolean entries = jdbc.sql("SELECT EXISTS (SELECT FROM ledger_entry WHERE client_id = ?)")
                .param(from.userId())
                .query(Boolean.class)
                .single();
        return entries ? Optional.of("ledger") : Optional.empty();
    }

    @Override
    public void erase(Subject person) {
        jdbc.sql("""
                        DELETE FROM ledger_comment USING ledger_entry
                        WHERE id = entry_id AND (trainer_id = :user OR client_id = :user)
                        """).param("user", person.userId()).update();
    }
}
