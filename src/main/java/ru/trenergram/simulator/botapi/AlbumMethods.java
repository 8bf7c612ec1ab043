package ru.trenergram.simulator.botapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import ru.trenergram.simulator.WhenSimulated;
import ru.trenergram.simulator.chats.BotAccount;
import ru.trenergram.simulator.chats.Chat;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sending several pictures, or several documents, as one. */
@Component
@WhenSimulated
class AlbumMethods implements Method.Group {

    private static final int MOST = 10;

    private final ChatAccess access;
    private final Photos photos;
    private final Documents documents;

    AlbumMethods(ChatAccess access, Photos photos, Documents documents) {
        this.access = access;
        this.photos = photos;
        this.documents = documents;
    }

    @Override
    public Map<String, Method> methods() {
        return Map.of("sendMediaGroup", this::sendMediaGroup);
    }

    private JsonNode sendMediaGroup(BotAccount bot, Parameters parameters) {
        List<ObjectNode> contents = contents(bot, media(parameters), parameters);
        Chat chat = access.chat(bot, parameters);
        String group = Long.toString(ThreadLocalRandom.current().nextLong(1L << 53));
        ArrayNode sent = Json.array();
        for (ObjectNode content : contents) {
            if (contents.size() > 1) {
                content.put("media_group_id", group);
            }
            sent.add(access.send(bot, chat, content, new ReplyMarkup.None()));
        }
        return sent;
    }

    private static JsonNode media(Parameters parameters) {
        JsonNode media = parameters.json("media", "media");
        if (media == null) {
            throw BotApiException.badRequest("parameter \"media\" is required");
        }
        if (!media.isArray()) {
            throw BotApiException.badRequest("expected an Array of InputMedia");
        }
        media.forEach(AlbumMethods::check);
        if (media.size() > MOST) {
            throw BotApiException.badRequest("too many messages to send as an album");
        }
        if (media.isEmpty()) {
            throw BotApiException.badRequest("there are no messages to send");
        }
        boolean mixed = media.valueStream().map(AlbumMethods::type).distinct().count() > 1;
        if (mixed) {
            throw BotApiException.badRequest("document can't be mixed with other media types");
        }
        return media;
    }

    private static void check(JsonNode given) {
        String problem = null;
        if (!given.isObject()) {
            problem = "expected an Object";
        } else if (given.path("media").asString("").isEmpty()) {
            problem = "media not found";
        } else if (type(given).equals("animation")) {
            problem = "type \"animation\" can't be used in sendMediaGroup";
        } else if (!type(given).equals("photo") && !type(given).equals("document")) {
            problem = "type \"%s\" is unsupported".formatted(type(given));
        }
        if (problem != null) {
            throw BotApiException.badRequest("can't parse InputMedia: " + problem);
        }
    }

    private List<ObjectNode> contents(BotAccount bot, JsonNode media, Parameters parameters) {
        List<ObjectNode> contents = new ArrayList<>();
        for (JsonNode given : media) {
            Map<String, JsonNode> values = new HashMap<>();
            given.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
            values.put(type(given), given.get("media"));
            var single = new Parameters(values, parameters.uploads());
            ObjectNode content = Json.object();
            MessageTexts.putCaption(content, single);
            content.set(type(given), file(bot, single, contents.size() + 1));
            contents.add(content);
        }
        return contents;
    }

    private JsonNode file(BotAccount bot, Parameters single, int number) {
        try {
            return single.values().containsKey("photo") ? photos.receive(bot, single) : documents.receive(bot, single);
        } catch (BotApiException refused) {
            throw BotApiException.badRequest(
                    "failed to send message #%d with the error message \"%s\"".formatted(number, refused.reason()));
        }
    }

    private static String type(JsonNode given) {
        return given.path("type").asString("");
    }
}
