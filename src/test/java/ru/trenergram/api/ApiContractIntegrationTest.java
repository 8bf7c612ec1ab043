package ru.trenergram.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.trenergram.support.Api;
import ru.trenergram.support.IntegrationTest;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as docs/openapi.json promises it. What is added there is written into the file by {@code ./dev openapi}, which
 * runs this test and gives it {@code -Dopenapi.write=true}; what is removed or renamed is not.
 */
@IntegrationTest
class ApiContractIntegrationTest {

    private static final Path FILE = Path.of("docs/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    @Autowired
    Api api;

    @Test
    void nothing_is_removed_or_renamed_and_additions_stand_in_the_file() throws IOException {
        String live = api.page("/api/openapi.json").body();
        String sorted =
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readValue(live, Map.class)) + "\n";
        boolean write = Boolean.getBoolean("openapi.write");

        if (Files.exists(FILE) || !write) {
            assertThat(ApiContract.broken(JSON.readTree(Files.readString(FILE)), JSON.readTree(live)))
                    .as("Old Mini Apps in people's hands rely on this")
                    .isEmpty();
        }
        if (write) {
            Files.writeString(FILE, sorted);
        }
        assertThat(sorted)
                .as("Something was added to the API: write it into %s with ./dev openapi", FILE)
                .isEqualTo(Files.readString(FILE));
    }

    @Test
    void names_and_values_are_those_on_the_wire() {
        JsonNode description = JSON.readTree(api.page("/api/openapi.json").body());
        JsonNode booking = description.at("/components/schemas/BookingResource/properties");

        assertThat(description.at("/components/schemas/TrainerResource/properties/self_booking/enum"))
                .isEqualTo(JSON.readTree("[\"instant\",\"request\",\"off\"]"));
        assertThat(booking.at("/starts_at/format").asString()).isEqualTo("date-time");
        assertThat(booking.at("/price/$ref").asString()).endsWith("/Money");
        assertThat(booking.at("/awaiting/type")).isEqualTo(JSON.readTree("[\"string\",\"null\"]"));
        assertThat(booking.at("/allowed_actions/items/enum").valueStream().map(JsonNode::asString))
                .contains("confirm", "no_show");
        assertThat(description.at("/components/schemas").properties())
                .extracting(Map.Entry::getKey)
                .doesNotContain("Caller");
        assertThat(description.path("paths").properties())
                .extracting(Map.Entry::getKey)
                .allMatch(path -> path.startsWith("/api/v1/") && path.equals(path.toLowerCase(java.util.Locale.ROOT)));
    }

    /** What springdoc cannot make out it leaves out without a word. */
    @Test
    void every_answer_and_every_field_of_one_is_described() {
        JsonNode description = JSON.readTree(api.page("/api/openapi.json").body());

        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode call = method.getValue();
                    call.path("responses").properties().forEach(answer -> {
                        boolean described =
                                answer.getValue().path("content").valueStream().anyMatch(type -> type.has("schema"));
                        assertThat(described
                                        || answer.getKey().equals("204")
                                        || answer.getValue().has("$ref"))
                                .as(method.getKey() + " " + path.getKey() + " " + answer.getKey())
                                .isTrue();
                    });
                    assertThat(call.at("/responses/default/$ref").asString()).endsWith("/Problem");
                }));
        assertThat(description
                        .at("/components/schemas/BookingResource/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("id", "awaiting", "place")
                .doesNotContain("history");
    }

    @Test
    void public_calls_ask_for_no_token_and_all_others_do() {
        JsonNode paths = JSON.readTree(api.page("/api/openapi.json").body()).path("paths");

        assertThat(paths.at("/~1api~1v1~1clubs/get/security").isEmpty()).isTrue();
        assertThat(paths.at("/~1api~1v1~1auth~1telegram/post/security")).isEqualTo(JSON.readTree("[]"));
        assertThat(paths.at("/~1api~1v1~1users~1trainer~1{telegram_id}/get/security"))
                .isEqualTo(JSON.readTree("[{},{\"bearer\":[]}]"));
        assertThat(paths.at("/~1api~1v1~1users~1me/get").has("security")).isFalse();
    }
}
