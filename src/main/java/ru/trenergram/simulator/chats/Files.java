package ru.trenergram.simulator.chats;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.telegram.spi.Bot;

/** Pictures and documents that bots have sent. */
@Repository
@WhenSimulated
public class Files {

    private final JdbcClient jdbc;

    Files(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored picture; its size in pixels and bytes. */
    public record Photo(String fileId, int width, int height, int size) {}

    /** A stored document; its size in bytes. */
    public record StoredDocument(String fileId, String mediaType, String fileName, int size) {}

    /** @param fileName of a document; null for a picture */
    public record Content(String mediaType, @Nullable String fileName, byte[] bytes) {}

    public Photo add(Bot bot, String mediaType, int width, int height, byte[] bytes) {
        String id = "AgACAgIAAxk" + UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("""
                        INSERT INTO simulator_file (file_id, bot, media_type, width, height, content)
                        VALUES (?, ?, ?, ?, ?, ?)""").params(id, bot.name(), mediaType, width, height, bytes).update();
        return new Photo(id, width, height, bytes.length);
    }

    public StoredDocument addDocument(Bot bot, String mediaType, String fileName, byte[] bytes) {
        String id = "BQACAgIAAxk" + UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("""
                        INSERT INTO simulator_file (file_id, bot, media_type, file_name, content)
                        VALUES (?, ?, ?, ?, ?)""").params(id, bot.name(), mediaType, fileName, bytes).update();
        return new StoredDocument(id, mediaType, fileName, bytes.length);
    }

    /** The picture, if it is this bot's: a file_id means nothing to another bot. */
    public Optional<Photo> find(Bot bot, String fileId) {
        return jdbc.sql("""
                        SELECT file_id, width, height, octet_length(content) AS size FROM simulator_file
                        WHERE file_id = ? AND bot = ? AND file_name IS NULL""")
                .params(fileId, bot.name())
                .query((row, number) -> new Photo(
                        row.getString("file_id"), row.getInt("width"), row.getInt("height"), row.getInt("size")))
                .optional();
    }

    /** The document, if it is this bot's. */
    public Optional<StoredDocument> findDocument(Bot bot, String fileId) {
        return jdbc.sql("""
                        SELECT file_id, media_type, file_name, octet_length(content) AS size FROM simulator_file
                        WHERE file_id = ? AND bot = ? AND file_name IS NOT NULL""")
                .params(fileId, bot.name())
                .query((row, number) -> new StoredDocument(
                        row.getString("file_id"),
                        row.getString("media_type"),
                        row.getString("file_name"),
                        row.getInt("size")))
                .optional();
    }

    public Optional<Content> content(String fileId) {
        return jdbc.sql("SELECT media_type, file_name, content FROM simulator_file WHERE file_id = ?")
                .param(fileId)
                .query((row, number) ->
                        new Content(row.getString("media_type"), row.getString("file_name"), row.getBytes("content")))
                .optional();
    }
}
