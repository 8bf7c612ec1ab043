package ru.trenergram.trainers;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TrainerRepository extends Repository<Trainer, Long> {

    Trainer saveAndFlush(Trainer trainer);

    void flush();

    boolean existsById(long userId);

    Optional<Trainer> findById(long userId);
}
