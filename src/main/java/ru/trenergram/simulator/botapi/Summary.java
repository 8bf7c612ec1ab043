package ru.trenergram.simulator.botapi;

import java.util.Set;
import java.util.TreeMap;
import ru.trenergram.simulator.chats.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A call and its answer in short, for the list of calls. */
final class Summary {

    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST = 4000;

    /** What stands in columns of its own, or repeats the address. */
    private static final Set<String> LEFT_OUT = Set.of("chat_id", "method");

    private static final String SECRET = "secret_token";

    private Summary() {}

    static String of(Parameters parameters) {
        ObjectNode all = Json.object();
        new TreeMap<>(parameters.values()).forEach((name, value) -> {
            if (!LEFT_OUT.contains(name)) {
                all.set(name, SECRET.equals(name) ? StringNode.valueOf("…") : shortened(value));
            }
        });
        parameters
                .uploads()
                .forEach((name, file) -> all.put(name, "%s, %,d B".formatted(file.fileName(), file.content().length)));
        return shortened(Json.write(all), LONGEST);
    }

    /** A message by its number: what is in it stands in the parameters. */
    static String of(Answer given) {
        ObjectNode answer = given.body();
        if (!answer.path("ok").booleanValue(false)) {
            return answer.path("description").asString("");
        }
        JsonNode result = answer.path("result");
        if (result.has("message_id")) {
            return "message_id " + result.get("message_id").asString();
        }
        if (result.isArray() && !result.isEmpty() && result.get(0).has("update_id")) {
            return "update_id %s, %d".formatted(result.get(0).get("update_id").asString(), result.size());
        }
        return shortened(Json.write(result), LONGEST_VALUE);
    }

    private static JsonNode shortened(JsonNode value) {
        return value.isString() ? StringNode.valueOf(shortened(value.stringValue(), LONGEST_VALUE)) : value;
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
