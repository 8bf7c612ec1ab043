package ru.trenergram.trainers;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TrainerRepository extends Repository<Trainer, Long> {

    Trainer saveAndFlush(Trainer trainer);

    void flush();

    boolean existsById(long userId);

    Optional<Trainer> findById(long userId);

    /** One statement for any number of ids; Hibernate writes an IN list anew at every call. */
    @Query(nativeQuery = true, value = "SELECT * FROM trainer WHERE user_id = ANY (:userIds)")
    List<Trainer> findAllOf(Long[] userIds);

    @Query(nativeQuery = true, value = """
                    SELECT trainer.* FROM trainer JOIN club_trainer ON trainer_id = user_id
                    WHERE club_id = :clubId AND status = 'ACTIVE' AND listed AND user_id > :afterId
                    ORDER BY user_id LIMIT :limit
                    """)
    List<Trainer> listedAt(long clubId, long afterId, int limit);
}
