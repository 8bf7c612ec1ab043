package ru.trenergram.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiContractTest {

    private static final String DESCRIPTION = """
            {"security": [{"bearer": []}],
             "paths": {"/visits": {
               "get": {
                 "security": [],
                 "parameters": [{"in": "query", "name": "day", "required": false, "schema": {"type": "string"}}],
                 "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Visit"}}}}}},
               "post": {
                 "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Wish"}}}},
                 "responses": {"201": {}}}}},
             "components": {"schemas": {
               "Visit": {"type": "object", "required": ["id"], "properties": {
                 "id": {"type": "integer"},
                 "place": {"oneOf": [{"$ref": "#/components/schemas/Place"}, {"type": "null"}]},
                 "status": {"type": "string", "enum": ["open", "done"]}}},
               "Place": {"type": "object", "properties": {"name": {"type": "string"}}},
               "Wish": {"type": "object", "required": ["day"], "properties": {
                 "day": {"type": "string", "format": "date"},
                 "note": {"type": ["string", "null"], "maxLength": 100}}}}}}
            """;

    @Test
    void nothing_is_broken_when_nothing_changes() {
        assertThat(ApiContract.broken(json(DESCRIPTION), json(DESCRIPTION))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "/visits"                          | "/sessions"                        | GET /visits is gone
        "post": {                          | "put": {                           | POST /visits is gone
        "security": [],                    |                                    | GET /visits asks for a token
        "name": "day"                      | "name": "date"                     | GET /visits no longer takes the parameter query:day
        "required": false                  | "required": true                   | GET /visits needs the parameter query:day
        "201": {}                          | "204": {}                          | POST /visits no longer answers 201
        "requestBody": {                   | "requestBody": {"required": true,  | POST /visits needs a body
        "id": {"type"                      | "number": {"type"                  | GET /visits 200 no longer has id
        "id": {"type": "integer"}          | "id": {"type": "string"}           | GET /visits 200.id was [integer] and is [string]
        "id": {"type": "integer"}          | "id": {"type": ["integer", "null"]} | GET /visits 200.id was [integer] and is [integer, null]
        "required": ["id"]                 | "required": []                     | GET /visits 200 may lack id
        "name": {"type"                    | "title": {"type"                   | GET /visits 200.place no longer has name
        ["open", "done"]                   | ["open"]                           | GET /visits 200.status no longer knows [done]
        "required": ["day"]                | "required": ["day", "note"]        | POST /visits body needs note
        "format": "date"                   | "format": "date-time"              | POST /visits body.day was in the form "date" and is in "date-time"
        ["string", "null"]                 | ["string"]                         | POST /visits body.note was [null, string] and is [string]
        "maxLength": 100                   | "maxLength": 50                    | POST /visits body.note has a lower maxLength
        "maxLength": 100                   | "maxLength": 100, "pattern": "a+"  | POST /visits body.note must match another pattern
        "maxLength": 100                   | "maxLength": 100, "enum": ["a"]    | POST /visits body.note takes only [a]
        """)
    void a_promise_that_is_not_kept_is_named(String old, String now, String broken) {
        String changed = DESCRIPTION.replace(old, now == null ? "" : now);

        assertThat(ApiContract.broken(json(DESCRIPTION), json(changed))).contains(broken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "id": {"type": "integer"}          | "id": {"type": "integer"}, "more": {"type": "string"}
        ["open", "done"]                   | ["open", "done", "lost"]
        "maxLength": 100                   | "maxLength": 200
        "required": ["day"]                | "required": []
        "required": ["id"]                 | "required": ["id", "status"]
        "201": {}                          | "201": {}, "202": {}
        "schema": {"type": "string"}}]     | "schema": {"type": "string"}}, {"in": "query", "name": "more"}]
        """)
    void an_addition_breaks_nothing(String old, String now) {
        String changed = DESCRIPTION.replace(old, now);

        assertThat(changed).isNotEqualTo(DESCRIPTION);
        assertThat(ApiContract.broken(json(DESCRIPTION), json(changed))).isEmpty();
    }

    @Test
    void a_list_of_words_may_grow_and_not_shrink() {
        String two = DESCRIPTION.replace("\"maxLength\": 100", "\"maxLength\": 100, \"pattern\": \"new|old\"");
        String three = two.replace("new|old", "new|older|old");

        assertThat(two).isNotEqualTo(DESCRIPTION);
        assertThat(ApiContract.broken(json(two), json(three))).isEmpty();
        assertThat(ApiContract.broken(json(three), json(two)))
                .containsExactly("POST /visits body.note must match another pattern");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
