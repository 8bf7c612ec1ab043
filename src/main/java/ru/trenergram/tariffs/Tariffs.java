package ru.trenergram.tariffs;

import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The tariffs of the platform (PRODUCT.md, "Clubs, tariffs, platform"). */
@Service
public class Tariffs {

    private final JdbcClient jdbc;

    Tariffs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many trainers a club on this tariff may have, applications included; empty when there is no limit. */
    public OptionalInt trainerLimit(String tariffCode) {
        Integer limit = (Integer) jdbc.sql("SELECT trainer_limit FROM tariff WHERE code = ?")
                .param(tariffCode)
                .query()
                .singleRow()
                .get("trainer_limit");
        return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
    }
}
