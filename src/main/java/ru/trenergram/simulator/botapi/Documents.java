package ru.trenergram.simulator.botapi;

import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.Files;
import ru.trenergram.simulator.chats.Json;
import ru.trenergram.telegram.spi.Message.Document;
import tools.jackson.databind.node.ObjectNode;

/** Files that bots send as they are. */
@Component
@WhenSimulated
class Documents {

    private final Files files;

    Documents(Files files) {
        this.files = files;
    }

    /** The field {@code document} of a message. */
    ObjectNode receive(BotAccount bot, Parameters parameters) {
        var uploaded = parameters.upload("document");
        if (uploaded != null) {
            return document(store(bot, uploaded));
        }
        String given = parameters.fileId("document");
        if (given == null) {
            throw BotApiException.badRequest("there is no document in the request");
        }
        return document(files.findDocument(bot.bot(), given).orElseThrow(() -> FileIds.refusal(given)));
    }

    private Files.StoredDocument store(BotAccount bot, Parameters.Upload uploaded) {
        int size = uploaded.content().length;
        if (size == 0) {
            throw BotApiException.badRequest("file must be non-empty");
        }
        if (size > Document.MAX_BYTES) {
            throw BotApiException.tooLarge();
        }
        String type = MediaTypeFactory.getMediaType(uploaded.fileName())
                .orElse(MediaType.APPLICATION_OCTET_STREAM)
                .toString();
        return files.addDocument(bot.bot(), type, uploaded.fileName(), uploaded.content());
    }

    private static ObjectNode document(Files.StoredDocument stored) {
        String id = stored.fileId();
        return Json.object()
                .put("file_name", stored.fileName())
                .put("mime_type", stored.mediaType())
                .put("file_id", id)
                .put("file_unique_id", "AgAD" + id.substring(id.length() - 12))
                .put("file_size", stored.size());
    }
}
