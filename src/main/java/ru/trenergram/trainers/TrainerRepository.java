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
}
