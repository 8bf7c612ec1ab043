package ru.trenergram.telegram;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.trenergram.telegram.spi.Bot;

/**
 * Remembers Telegram's names for what a bot has uploaded. To forget one costs no more than another upload, so that a
 * failing database fails no message here.
 */
@Component
class UploadedFiles {

    private static final Logger log = LoggerFactory.getLogger(UploadedFiles.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    UploadedFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What tells contents apart. */
    static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<String> find(Bot bot, byte[] hash) {
        try {
            return jdbc.sql("SELECT file_id FROM telegram_file WHERE bot = ? AND hash = ?")
                    .params(bot.name(), hash)
                    .query(String.class)
                    .optional();
        } catch (DataAccessException e) {
            log.debug("{} bot: a file's name cannot be asked for: {}", bot, e.getMessage());
            return Optional.empty();
        }
    }

    void keep(Bot bot, byte[] hash, String fileId) {
        try {
            jdbc.sql("""
                            INSERT INTO telegram_file (bot, hash, file_id, uploaded_at) VALUES (?, ?, ?, ?)
                            ON CONFLICT (bot, hash) DO UPDATE SET file_id = excluded.file_id""")
                    .params(bot.name(), hash, fileId, Timestamp.from(clock.instant()))
                    .update();
        } catch (DataAccessException e) {
            log.debug("{} bot: a file's name cannot be kept: {}", bot, e.getMessage());
        }
    }
}
