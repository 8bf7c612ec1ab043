package ru.trenergram.clubs;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.tariffs.TariffUse;

/**
 * Which tariff's rules a club lives by, and what it has of what they limit. Who may change that, and when, is the
 * subscription's matter.
 */
@Service
@Transactional(readOnly = true)
public class ClubTariffs implements TariffUse {

    private final JdbcClient jdbc;

    ClubTariffs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws DomainException {@code not_found} */
    public String inForce(long clubId) {
        return read(clubId, "");
    }

    /** The user ids of a club's approved trainers, frozen ones included, in the order in which they joined. */
    public List<Long> trainers(long clubId) {
        return trainers(clubId, "");
    }

    /** Those of them who are frozen: hidden from the club's page and panel, while their own work goes on. */
    public List<Long> frozenTrainers(long clubId) {
        return trainers(clubId, "AND frozen");
    }

    private List<Long> trainers(long clubId, String condition) {
        return jdbc.sql("SELECT trainer_id FROM club_trainer_place WHERE club_id = ? AND status = 'ACTIVE' " + condition
                        + " ORDER BY since, trainer_id")
                .param(clubId)
                .query(Long.class)
                .list();
    }

    @Override
    public List<String> clubsAbove(String tariffCode, int limit) {
        return jdbc.sql("""
                        SELECT name FROM club JOIN club_trainer ON club_trainer.club_id = club.id
                        WHERE tariff_code = ? AND status = 'ACTIVE'
                        GROUP BY club.id HAVING count(*) > ?
                        ORDER BY name COLLATE "ru-RU-x-icu", club.id
                        """).params(tariffCode, limit).query(String.class).list();
    }

    /**
     * Locks the club until the end of the transaction: nobody joins it meanwhile, nor changes its tariff.
     *
     * @return the code of the tariff in force
     * @throws DomainException {@code not_found}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String lock(long clubId) {
        return read(clubId, " FOR NO KEY UPDATE");
    }

    /** Puts a tariff into force. Trainers beyond its limit are frozen by that, those within it are no longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putInForce(long clubId, String tariffCode) {
        jdbc.sql("UPDATE club SET tariff_code = ? WHERE id = ?")
                .params(tariffCode, clubId)
                .update();
    }

    private String read(long clubId, String lock) {
        return jdbc.sql("SELECT tariff_code FROM club WHERE id = ?" + lock)
                .param(clubId)
                .query(String.class)
                .optional()
                .orElseThrow(DomainException::notFound);
    }
}
