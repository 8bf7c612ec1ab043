package ru.trenergram.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.trenergram.clubs.ClubTrainer;
import ru.trenergram.clubs.Membership;
import ru.trenergram.telegram.spi.OutboxDesk;
import ru.trenergram.users.Person;
import ru.trenergram.users.UserBlock;
import ru.trenergram.users.UserInfo;

/**
 * Everything about somebody at a glance.
 *
 * @param row as in the list
 * @param source the first {@code /start} payload
 * @param clubs where they are a trainer or have applied to be one
 * @param trainers whose client they are
 * @param clients how many they have as a trainer
 * @param ownedAlone clubs that would be left without an owner
 */
public record PersonCard(
        PersonRow row,
        UserInfo user,
        boolean superadmin,
        @Nullable String source,
        @Nullable Instant unreachableSince,
        Optional<UserBlock> block,
        Optional<Instant> erasedAt,
        List<ClubTrainer> clubs,
        List<Membership> staff,
        List<Person> trainers,
        long clients,
        List<OutboxDesk.Chat> chats,
        List<String> ownedAlone) {}
