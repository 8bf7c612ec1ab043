package ru.trenergram.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every field is in an answer, if only as null; what a request must have is for its constraints to say. */
final class DescribedAnswers {

    /** Where {@link DescribedFields} keeps the names: whether a record is an answer is known once all calls are. */
    static final String ALWAYS_PRESENT = "x-always-present";

    private DescribedAnswers() {}

    static void complete(OpenAPI description) {
        Map<String, Schema> schemas = description.getComponents().getSchemas();
        Set<String> seen = new HashSet<>();
        Deque<Schema<?>> open = new ArrayDeque<>();
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(call -> call.getResponses().values().stream())
                .forEach(answer -> open.addAll(schemas(answer.getContent())));
        while (!open.isEmpty()) {
            Schema<?> schema = open.pop();
            String reference = schema.get$ref();
            if (reference != null) {
                String name = reference.substring(reference.lastIndexOf('/') + 1);
                Schema<?> model = schemas.get(name);
                if (model != null && seen.add(name)) {
                    require(model);
                    open.add(model);
                }
            }
            addInner(schema, open);
        }
        schemas.values().forEach(schema -> schema.setExtensions(null));
    }

    private static void addInner(Schema<?> schema, Deque<Schema<?>> open) {
        if (schema.getItems() != null) {
            open.add(schema.getItems());
        }
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(open::add);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(open::add);
        }
    }

    private static void require(Schema<?> model) {
        if (model.getExtensions() != null && model.getExtensions().get(ALWAYS_PRESENT) instanceof Collection<?> names) {
            model.setRequired(names.stream().map(String::valueOf).toList());
        }
    }

    private static List<Schema<?>> schemas(@Nullable Content content) {
        return content == null
                ? List.of()
                : content.values().stream()
                        .filter(type -> type.getSchema() != null)
                        .<Schema<?>>map(type -> type.getSchema())
                        .toList();
    }
}
