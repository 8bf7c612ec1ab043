package ru.trenergram.simulator.botapi;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.Files;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.node.ArrayNode;

/** Pictures of messages: uploaded in one of Telegram's two ways, or sent again by their {@code file_id}. */
@Component
@WhenSimulated
class Photos {

    private static final int MAX_BYTES = 10_000_000;
    private static final int MOST_PIXELS_OF_BOTH_SIDES = 10_000;

    private final Files files;

    Photos(Files files) {
        this.files = files;
    }

    /** The field {@code photo} of a message. */
    ArrayNode receive(BotAccount bot, Parameters parameters) {
        var uploaded = parameters.upload("photo");
        if (uploaded != null) {
            return sizes(store(bot, uploaded.content()));
        }
        String given = parameters.fileId("photo");
        if (given == null) {
            throw BotApiException.badRequest("there is no photo in the request");
        }
        return sizes(files.find(bot.bot(), given).orElseThrow(() -> FileIds.refusal(given)));
    }

    private Files.Photo store(BotAccount bot, byte[] bytes) {
        if (bytes.length == 0) {
            throw BotApiException.badRequest("file must be non-empty");
        }
        if (bytes.length > MAX_BYTES) {
            throw BotApiException.badRequest("file is too big");
        }
        @Nullable BufferedImage image = read(bytes);
        if (image == null) {
            throw BotApiException.badRequest("IMAGE_PROCESS_FAILED");
        }
        if (image.getWidth() + image.getHeight() > MOST_PIXELS_OF_BOTH_SIDES) {
            throw BotApiException.badRequest("PHOTO_INVALID_DIMENSIONS");
        }
        String type = bytes[0] == (byte) 0xFF ? "image/jpeg" : bytes[0] == 'G' ? "image/gif" : "image/png";
        return files.add(bot.bot(), type, image.getWidth(), image.getHeight(), bytes);
    }

    private static @Nullable BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            return null;
        }
    }

    private static ArrayNode sizes(Files.Photo photo) {
        ArrayNode sizes = Json.array();
        sizes.addObject()
                .put("file_id", photo.fileId())
                .put(
                        "file_unique_id",
                        "AQAD" + photo.fileId().substring(photo.fileId().length() - 12))
                .put("width", photo.width())
                .put("height", photo.height())
                .put("file_size", photo.size());
        return sizes;
    }
}
