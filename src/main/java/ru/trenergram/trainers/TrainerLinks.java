package ru.trenergram.trainers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;

/** Personal links: whoever opens one becomes the trainer's client. */
@Service
@Transactional
public class TrainerLinks {

    /** What the {@code /start} payload of a personal link begins with; the trainer's Telegram id follows. */
    public static final String PREFIX = "trainer_";

    private final Trainers trainers;
    private final Roster roster;

    TrainerLinks(Trainers trainers, Roster roster) {
        this.trainers = trainers;
        this.roster = roster;
    }

    public static String code(long trainerTelegramId) {
        return PREFIX + trainerTelegramId;
    }

    /** A client who opened a link, and whether they are new to the trainer. */
    public record Joined(TrainerProfile trainer, boolean isNew) {}

    /**
     * Makes somebody a client of the trainer whose link it is.
     *
     * @throws DomainException {@code not_found} for a dead or malformed link, {@code own_link} for one's own
     */
    public Joined join(String code, long clientId) {
        TrainerProfile trainer = trainers.byTelegramId(telegramId(code));
        return new Joined(trainer, roster.join(trainer.userId(), clientId));
    }

    private static long telegramId(String code) {
        if (!code.matches(PREFIX + "\\d{1,18}")) {
            throw DomainException.notFound();
        }
        return Long.parseLong(code.substring(PREFIX.length()));
    }
}
