package ru.trenergram.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What of a description can no longer be relied on in a later one. Phones keep an old Mini App for weeks: whatever it
 * sends must still be accepted, whatever it reads must still be there.
 */
final class ApiContract {

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> broken = new ArrayList<>();

    private ApiContract(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** @return a line for each promise that is not kept, none when everything is */
    static List<String> broken(JsonNode before, JsonNode after) {
        ApiContract contract = new ApiContract(before, after);
        contract.comparePaths();
        return List.copyOf(contract.broken);
    }

    private void comparePaths() {
        before.path("paths").properties().forEach(path -> {
            JsonNode now = after.path("paths").path(path.getKey());
            path.getValue().properties().forEach(method -> {
                String call = method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                if (now.has(method.getKey())) {
                    compareCall(call, method.getValue(), now.path(method.getKey()));
                } else {
                    broken.add(call + " is gone");
                }
            });
        });
    }

    private void compareCall(String call, JsonNode old, JsonNode now) {
        if (isOpen(old, before) && !isOpen(now, after)) {
            broken.add(call + " asks for a token");
        }
        compareParameters(call, parameters(old), parameters(now));
        JsonNode body = old.path("requestBody");
        JsonNode bodyNow = now.path("requestBody");
        if (bodyNow.path("required").asBoolean(false) && !body.path("required").asBoolean(false)) {
            broken.add(call + " needs a body");
        }
        compareContent(call + " body", body, bodyNow, Direction.REQUEST);
        old.path("responses").properties().forEach(answer -> {
            JsonNode answerNow = now.path("responses").path(answer.getKey());
            if (answerNow.isMissingNode()) {
                broken.add(call + " no longer answers " + answer.getKey());
            } else {
                compareContent(
                        call + " " + answer.getKey(),
                        resolve(before, answer.getValue()),
                        resolve(after, answerNow),
                        Direction.ANSWER);
            }
        });
    }

    private void compareParameters(String call, Map<String, JsonNode> old, Map<String, JsonNode> now) {
        old.forEach((name, parameter) -> {
            JsonNode parameterNow = now.get(name);
            if (parameterNow == null) {
                broken.add(call + " no longer takes the parameter " + name);
            } else {
                new SchemaContract(before, after, broken, Direction.REQUEST)
                        .compare(call + " " + name, parameter.path("schema"), parameterNow.path("schema"));
            }
        });
        now.forEach((name, parameter) -> {
            JsonNode former = old.get(name);
            boolean required = former != null && former.path("required").asBoolean(false);
            if (parameter.path("required").asBoolean(false) && !required) {
                broken.add(call + " needs the parameter " + name);
            }
        });
    }

    private void compareContent(String where, JsonNode old, JsonNode now, Direction direction) {
        old.path("content").properties().forEach(type -> {
            JsonNode typeNow = now.path("content").path(type.getKey());
            if (typeNow.isMissingNode()) {
                broken.add(where + " is no longer " + type.getKey());
            } else {
                new SchemaContract(before, after, broken, direction)
                        .compare(where, type.getValue().path("schema"), typeNow.path("schema"));
            }
        });
    }

    private static Map<String, JsonNode> parameters(JsonNode call) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        call.path("parameters")
                .forEach(parameter -> named.put(
                        parameter.path("in").asString() + ":"
                                + parameter.path("name").asString(),
                        parameter));
        return named;
    }

    private static boolean isOpen(JsonNode call, JsonNode description) {
        JsonNode security = call.has("security") ? call.path("security") : description.path("security");
        return security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty);
    }

    static JsonNode resolve(JsonNode description, JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : description.at(reference.substring(1));
    }

    enum Direction {
        REQUEST,
        ANSWER
    }

    static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(each -> texts.add(each.isNull() ? "null" : each.asString()));
        return texts;
    }
}
