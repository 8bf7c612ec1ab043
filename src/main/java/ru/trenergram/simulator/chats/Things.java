package ru.trenergram.simulator.chats;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What people send besides words: the fields of Telegram's Message that say what is in it. */
final class Things {

    private static final int SIDE = 640;

    private Things() {}

    static Optional<ObjectNode> of(String kind) {
        ObjectNode content = Json.object();
        switch (kind) {
            case "photo" ->
                content.putArray("photo").add(file("photo").put("width", SIDE).put("height", SIDE));
            case "voice" ->
                content.set("voice", file("voice").put("duration", 3).put("mime_type", "audio/ogg"));
            case "document" ->
                content.set(
                        "document",
                        file("document").put("file_name", "plan.pdf").put("mime_type", "application/pdf"));
            case "video_note" ->
                content.set("video_note", file("video_note").put("length", SIDE).put("duration", 3));
            case "dice" ->
                content.putObject("dice").put("emoji", "\uD83C\uDFB2").put("value", 4);
            case "poll" -> poll(content.putObject("poll"));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(content);
    }

    private static ObjectNode file(String kind) {
        return Json.object()
                .put("file_id", "simulated-" + kind)
                .put("file_unique_id", "unique-" + kind)
                .put("file_size", 1024);
    }

    private static void poll(ObjectNode poll) {
        poll.put("id", "1").put("question", "?").put("total_voter_count", 0).put("is_closed", false);
        poll.put("is_anonymous", true).put("type", "regular").put("allows_multiple_answers", false);
        poll.putArray("options");
    }
}
