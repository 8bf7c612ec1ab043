package ru.trenergram.users;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<User, Long> {

    Optional<User> findById(long id);

    Optional<User> findByTelegramId(long telegramId);

    /** Makes the user, or refreshes what only Telegram knows; names, language and source stay as they first were. */
    @Modifying(clearAutomatically = true, flushAutomatically = true)
    @Query(nativeQuery = true, value = """
                    INSERT INTO users AS u
                        (telegram_id, first_name, last_name, username, photo_url, language, source, created_at, seen_at)
                    VALUES (:telegramId, :firstName, :lastName, :username, :photoUrl, :language, :source, :now, :now)
                    ON CONFLICT (telegram_id) DO UPDATE SET
                        username = excluded.username,
                        photo_url = coalesce(excluded.photo_url, u.photo_url),
                        source = coalesce(u.source, excluded.source),
                        seen_at = excluded.seen_at,
                        unreachable_since = CASE WHEN :wrote THEN NULL ELSE u.unreachable_since END
                    """)
    void upsert(
            long telegramId,
            String firstName,
            @Nullable String lastName,
            @Nullable String username,
            @Nullable String photoUrl,
            String language,
            @Nullable String source,
            boolean wrote,
            Instant now);
}
