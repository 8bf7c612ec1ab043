package ru.trenergram.notifications;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.base.PersonalData;

/** Who was told that their balance is low; it follows from the ledger, and nobody is told any more. */
@Component
class LowBalancePersonalData implements PersonalData {

    private final JdbcClient jdbc;

    LowBalancePersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("low_balance", "low_balance_digest");
    }

    @Override
    public Map<String, List<Map<String, @Nullable Object>>> of(Subject person) {
        return Map.of(
                "low_balances",
                jdbc.sql("SELECT trainer_id, below FROM low_balance WHERE client_id = ?")
                        .param(person.userId())
                        .query()
                        .listOfRows());
    }

    @Override
    public void erase(Subject person) {
        jdbc.sql("DELETE FROM low_balance WHERE trainer_id = :user OR client_id = :user")
                .param("user", person.userId())
                .update();
        jdbc.sql("DELETE FROM low_balance_digest WHERE trainer_id = ?")
                .param(person.userId())
                .update();
    }
}
