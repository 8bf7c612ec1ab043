package ru.trenergram.api;

import static ru.trenergram.api.ApiContract.resolve;
import static ru.trenergram.api.ApiContract.texts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ru.trenergram.api.ApiContract.Direction;
import tools.jackson.databind.JsonNode;

/** {@link ApiContract} for the form of a body, a field or a parameter: requests may only get wider, answers richer. */
final class SchemaContract {

    private static final List<String> UPPER_LIMITS = List.of("maximum", "maxLength", "maxItems");
    private static final List<String> LOWER_LIMITS = List.of("minimum", "minLength", "minItems");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> broken;
    private final Direction direction;
    private final Set<String> seen = new HashSet<>();

    SchemaContract(JsonNode before, JsonNode after, List<String> broken, Direction direction) {
        this.before = before;
        this.after = after;
        this.broken = broken;
        this.direction = direction;
    }

    void compare(String where, JsonNode old, JsonNode now) {
        String reference = old.path("$ref").asString("");
        if (!reference.isEmpty() && !seen.add(reference)) {
            return; // a form that holds itself, or that was compared already
        }
        Form form = Form.of(before, old);
        Form formNow = Form.of(after, now);
        compareKinds(where, form, formNow);
        compareValues(where, form.schema(), formNow.schema());
        if (direction == Direction.REQUEST) {
            compareLimits(where, form.schema(), formNow.schema());
        }
        compareFields(where, form.schema(), formNow.schema());
        if (form.schema().has("items")) {
            compare(where + "[]", form.schema().path("items"), formNow.schema().path("items"));
        }
    }

    private void compareKinds(String where, Form old, Form now) {
        Set<String> accepted = direction == Direction.REQUEST ? now.kinds() : old.kinds();
        Set<String> given = direction == Direction.REQUEST ? old.kinds() : now.kinds();
        if (!accepted.containsAll(given)) {
            broken.add(where + " was " + old.kinds() + " and is " + now.kinds());
        }
        String format = old.schema().path("format").asString("");
        String formatNow = now.schema().path("format").asString("");
        if (!format.equals(formatNow)) {
            broken.add(where + " was in the form \"" + format + "\" and is in \"" + formatNow + "\"");
        }
    }

    private void compareValues(String where, JsonNode old, JsonNode now) {
        if (!old.has("enum")) {
            if (now.has("enum") && direction == Direction.REQUEST) {
                broken.add(where + " takes only " + texts(now.path("enum")));
            }
            return;
        }
        Set<String> gone = texts(old.path("enum"));
        gone.removeAll(texts(now.path("enum")));
        gone.remove("null"); // compared as a kind
        if (now.has("enum") && !gone.isEmpty()) {
            broken.add(where + " no longer knows " + gone);
        }
    }

    private void compareLimits(String where, JsonNode old, JsonNode now) {
        for (String limit : UPPER_LIMITS) {
            if (now.path(limit).asLong(Long.MAX_VALUE) < old.path(limit).asLong(Long.MAX_VALUE)) {
                broken.add(where + " has a lower " + limit);
            }
        }
        for (String limit : LOWER_LIMITS) {
            if (now.path(limit).asLong(Long.MIN_VALUE) > old.path(limit).asLong(Long.MIN_VALUE)) {
                broken.add(where + " has a higher " + limit);
            }
        }
        if (now.has("pattern") && !allowsAsMuch(text(now, "pattern"), text(old, "pattern"))) {
            broken.add(where + " must match another pattern");
        }
    }

    /** A list of words ({@code recent|name}) may grow; of other patterns nobody can say what they allow. */
    private static boolean allowsAsMuch(String pattern, String old) {
        return pattern.equals(old)
                || (pattern + old).matches("[a-z_|]+")
                        && !old.isEmpty()
                        && List.of(pattern.split("\\|")).containsAll(List.of(old.split("\\|")));
    }

    private static String text(JsonNode schema, String field) {
        return schema.path(field).asString("");
    }

    private void compareFields(String where, JsonNode old, JsonNode now) {
        old.path("properties").properties().forEach(field -> {
            JsonNode fieldNow = now.path("properties").path(field.getKey());
            if (fieldNow.isMissingNode()) {
                broken.add(where + " no longer has " + field.getKey());
            } else {
                compare(where + "." + field.getKey(), field.getValue(), fieldNow);
            }
        });
        Set<String> required = texts(old.path("required"));
        Set<String> requiredNow = texts(now.path("required"));
        if (direction == Direction.REQUEST) {
            requiredNow.stream()
                    .filter(field -> !required.contains(field))
                    .forEach(field -> broken.add(where + " needs " + field));
        } else {
            required.stream()
                    .filter(field -> !requiredNow.contains(field))
                    .forEach(field -> broken.add(where + " may lack " + field));
        }
    }

    /** A form without its references, and what kinds of JSON it may be. */
    private record Form(JsonNode schema, Set<String> kinds) {

        static Form of(JsonNode description, JsonNode node) {
            Set<String> kinds = new TreeSet<>();
            JsonNode schema = resolve(description, node);
            for (JsonNode choice : node.path("oneOf")) {
                if (choice.path("type").asString("").equals("null")) {
                    kinds.add("null");
                } else {
                    schema = resolve(description, choice);
                }
            }
            JsonNode type = schema.path("type");
            if (type.isArray()) {
                kinds.addAll(texts(type));
            } else {
                kinds.add(type.asString("anything"));
            }
            return new Form(schema, kinds);
        }
    }
}
