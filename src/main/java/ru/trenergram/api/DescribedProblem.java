package ru.trenergram.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ru.trenergram.base.ErrorCode;

/** The one form of every refusal, described once and named by every call. */
final class DescribedProblem {

    static final String NAME = "Problem";

    private static final String FIELD = "FieldProblem";
    private static final String CONFLICT = "SeriesConflict";

    private DescribedProblem() {}

    static void addTo(OpenAPI description) {
        Components components = description.getComponents();
        components.addSchemas(FIELD, fieldProblem());
        components.addSchemas(CONFLICT, conflict());
        components.addSchemas(NAME, problem());
        components.addResponses(
                NAME,
                new ApiResponse()
                        .description("Anything but success. The codes and what to do about each: docs/errors.md")
                        .content(new Content()
                                .addMediaType("application/problem+json", new MediaType().schema(reference(NAME)))));
    }

    private static Schema<?> problem() {
        Schema<Object> code = typed("string");
        code.setDescription("Stable and meant for programs");
        code.setEnum(Arrays.stream(ErrorCode.values())
                .map(each -> (Object) each.code())
                .toList());
        return typed("object")
                .addProperty("type", typed("string").format("uri"))
                .addProperty("title", typed("string"))
                .addProperty("status", typed("integer").format("int32"))
                .addProperty("detail", typed("string").description("For people, in the language of Accept-Language"))
                .addProperty("instance", typed("string").format("uri-reference"))
                .addProperty("code", code)
                .addProperty("trace_id", typed("string").description("Stands in the log lines of the request"))
                .addProperty(
                        "errors",
                        typed("array").items(reference(FIELD)).description("With validation_failed: the wrong fields"))
                .addProperty(
                        "current",
                        reference("BookingResource").description("With stale_version of a booking: as it is now"))
                .addProperty(
                        "conflicts",
                        typed("array")
                                .items(reference(CONFLICT))
                                .description("With series_conflict: the weeks that cannot be"))
                .required(List.of("type", "title", "status", "detail", "code", "trace_id"));
    }

    private static Schema<?> conflict() {
        Schema<Object> reason = typed("string");
        reason.setEnum(List.of("taken", "no_such_time"));
        return typed("object")
                .addProperty("starts_at", typed("string").format("date-time"))
                .addProperty("reason", reason)
                .required(List.of("starts_at", "reason"));
    }

    private static Schema<?> fieldProblem() {
        return typed("object")
                .addProperty("field", typed("string").description("Its path in the request: rules[0].from"))
                .addProperty("code", typed("string").description("Stable and meant for programs: docs/errors.md"))
                .addProperty("message", typed("string").description("For people, in the language of Accept-Language"))
                .required(List.of("field", "code", "message"));
    }

    private static Schema<Object> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of(type));
        return schema;
    }

    private static Schema<Object> reference(String name) {
        Schema<Object> schema = new Schema<>();
        schema.set$ref("#/components/schemas/" + name);
        return schema;
    }
}
