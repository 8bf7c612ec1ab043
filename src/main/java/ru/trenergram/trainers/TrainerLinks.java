package ru.trenergram.trainers;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.trenergram.base.DomainException;
import ru.trenergram.users.Users;

/** Personal links: whoever opens one becomes the trainer's client. */
@Service
@Transactional
public class TrainerLinks {

    /** What the {@code /start} payload of a personal link begins with; the trainer's Telegram id follows. */
    public static final String PREFIX = "trainer_";

    private final Users users;
    private final Trainers trainers;
    private final Roster roster;
    private final PrintedCodes printedCodes;

    TrainerLinks(Users users, Trainers trainers, Roster roster, PrintedCodes printedCodes) {
        this.users = users;
        this.trainers = trainers;
        this.roster = roster;
        this.printedCodes = printedCodes;
    }

    public static String code(long trainerTelegramId) {
        return PREFIX + trainerTelegramId;
    }

    /** Whose link or printed code it is; empty for a dead or malformed one. */
    @Transactional(readOnly = true)
    public Optional<TrainerProfile> find(String code) {
        if (code.startsWith(PrintedCodes.PREFIX)) {
            return printedCodes
                    .trainerOf(code.substring(PrintedCodes.PREFIX.length()))
                    .flatMap(trainers::find);
        }
        if (!code.matches(PREFIX + "\\d{1,18}")) {
            return Optional.empty();
        }
        return users.find(Long.parseLong(code.substring(PREFIX.length()))).flatMap(user -> trainers.find(user.id()));
    }

    /**
     * Makes somebody a client of the trainer whose link it is; nothing happens when they are one.
     *
     * @throws DomainException {@code not_found} for a dead or malformed link, {@code own_link} for one's own
     */
    public void join(String code, long clientId) {
        TrainerProfile trainer = find(code).orElseThrow(DomainException::notFound);
        roster.join(trainer.userId(), clientId);
    }
}
