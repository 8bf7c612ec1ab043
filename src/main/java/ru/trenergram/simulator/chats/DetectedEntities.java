package ru.trenergram.simulator.chats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands and addresses, which Telegram marks in a text by itself. Offsets count UTF-16 units, as in Telegram. */
public final class DetectedEntities {

    private static final Pattern COMMAND =
            Pattern.compile("(?<![\\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?!\\w)");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"«»]*[^\\s<>\"«».,;:!?)\\]]");

    private DetectedEntities() {}

    public static ArrayNode in(String text) {
        List<ObjectNode> found = new ArrayList<>();
        find(ADDRESS, "url", text, found);
        if (found.isEmpty()) {
            find(COMMAND, "bot_command", text, found);
        }
        found.sort(Comparator.comparingInt(entity -> entity.get("offset").intValue()));
        ArrayNode entities = Json.array();
        entities.addAll(found);
        return entities;
    }

    private static void find(Pattern pattern, String type, String text, List<ObjectNode> found) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(Json.object()
                    .put("offset", matcher.start())
                    .put("length", matcher.end() - matcher.start())
                    .put("type", type));
        }
    }
}
