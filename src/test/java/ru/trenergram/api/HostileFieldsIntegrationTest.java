package ru.trenergram.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import ru.trenergram.base.ErrorCode;
import ru.trenergram.support.Api;
import ru.trenergram.support.Api.Answer;
import ru.trenergram.support.IntegrationTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every field of every write in the API's description, one at a time, with everything that a field can hold, in a request
 * that is otherwise in order: never a 500, always a known code, and a zero character is never kept.
 */
@IntegrationTest
class HostileFieldsIntegrationTest {

    private static final Set<String> CODES =
            Arrays.stream(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toSet());
    private static final String NUL = "\"a\\u0000b\"";

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "10000",
            "1e3",
            "0.5",
            "2147483648",
            "9223372036854775807",
            "-9223372036854775808",
            "9".repeat(400),
            "{}",
            "[]",
            "[null]",
            "\"\"",
            "\"   \"",
            "\"1999-01-01T00:00:00Z\"",
            "\"1999-01-01\"",
            "\"9999-12-31T23:59:00+18:00\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"00:00\"",
            "\"24:00\"",
            "\"23:59:59.999\"",
            "\"Mars/Olympus\"",
            "\"GMT+99\"",
            "\"😀👩‍👩‍👧‍👦🏳️‍🌈\"",
            "\"\\u202eabc\\u2066\\u0627\\u0644\"",
            "\"\\ud800\"",
            "\"\\ud800x\"",
            "\"" + "ё".repeat(100_000) + "\"",
            NUL);

    @Autowired
    Api api;

    @Autowired
    ApplicationContext application;

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Test
    void whatever_one_field_holds_the_answer_is_a_known_one() {
        JsonNode description = mapper.readTree(api.page("/api/openapi.json").body());
        List<String> wrong = new ArrayList<>();
        int fields = 0;
        for (var path : description.path("paths").properties()) {
            for (var call : path.getValue().properties()) {
                String method = call.getKey().toUpperCase(Locale.ROOT);
                JsonNode schema = resolve(
                        call.getValue()
                                .path("requestBody")
                                .path("content")
                                .path("application/json")
                                .path("schema"),
                        description);
                List<String> names = fields("", schema, description);
                fields += names.size();
                if (!names.isEmpty()) {
                    Cast cast = new Cast(application, api);
                    names.forEach(field -> check(cast, method, path.getKey(), field, wrong));
                }
            }
        }
        assertThat(fields).isGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    private void check(Cast cast, String method, String path, String field, List<String> wrong) {
        String address = cast.somewhere(path);
        for (String value : VALUES) {
            Answer answer = cast.trainer()
                    .phone()
                    .write(
                            method,
                            address,
                            with(field, value),
                            UUID.randomUUID().toString());
            boolean known = answer.status() < 400 || answer.status() < 500 && CODES.contains(answer.code());
            if (!known || value.equals(NUL) && answer.status() < 400) {
                String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
                wrong.add(method + " " + path + " " + field + " = " + shown + " → " + answer);
            }
        }
    }

    /** A body of which this field is one; what it needs beside is made of what suits most calls. */
    private String with(String field, String value) {
        ObjectNode body = mapper.createObjectNode();
        USUAL.forEach((name, usual) -> body.set(name, mapper.readTree(usual)));
        ObjectNode parent = body;
        String[] names = field.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent.get(names[i]) instanceof ObjectNode inner ? inner : parent.putObject(names[i]);
        }
        parent.put(names[names.length - 1], "@");
        return body.toString().replace("\"@\"", value);
    }

    private static final Map<String, String> USUAL = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("version", "0"),
            Map.entry("first_name", "\"Анна\""),
            Map.entry("starts_at", "\"2026-12-10T10:00:00+03:00\""),
            Map.entry("ends_at", "\"2026-12-10T11:00:00+03:00\""),
            Map.entry("amount", "{\"amount\": 100, \"currency\": \"RUB\"}"),
            Map.entry("reason", "\"Проверка\""),
            Map.entry("kind", "\"off\""),
            Map.entry("date_from", "\"2026-12-24\""),
            Map.entry("date_to", "\"2026-12-25\""),
            Map.entry("weekday", "7")));

    /** Their paths, with a point for an object in an object. */
    private List<String> fields(String prefix, JsonNode schema, JsonNode description) {
        List<String> fields = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            fields.add(prefix + property.getKey());
            fields.addAll(
                    fields(prefix + property.getKey() + ".", resolve(property.getValue(), description), description));
        });
        return fields;
    }

    private static JsonNode resolve(JsonNode schema, JsonNode description) {
        if (schema.has("oneOf")) {
            return resolve(schema.path("oneOf").path(0), description);
        }
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }
}
