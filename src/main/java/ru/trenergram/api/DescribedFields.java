package ru.trenergram.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of the fields of our records and requests what Jackson makes of them: whether they can be null, by the annotations that the compiler
 * checks, and in answers that they are always there.
 */
class DescribedFields implements ModelConverter {

    private static final String OURS = "ru.trenergram.";
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        @Nullable Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && described.getName().startsWith(OURS)) {
            Schema<?> model = model(resolved, context);
            if (model.getProperties() != null) {
                if (described.isRecord()) {
                    complete(model, described);
                } else {
                    completeClass(model, described);
                }
            }
        }
        return resolved;
    }

    /** A request that tells null from left out is a class with setters; its fields tell what can be null. */
    private static void completeClass(Schema<?> model, Class<?> described) {
        for (Field field : described.getDeclaredFields()) {
            if (field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                model.getProperties()
                        .computeIfPresent(Spelling.snakeCase(field.getName()), (name, property) -> nullable(property));
            }
        }
    }

    private static Schema<?> model(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        if (reference == null) {
            return resolved;
        }
        Schema<?> model = context.getDefinedModels().get(reference.substring(REFERENCE.length()));
        return model == null ? resolved : model;
    }

    private static void complete(Schema<?> model, Class<?> described) {
        Map<String, Schema> properties = model.getProperties();
        Set<String> present = new LinkedHashSet<>();
        for (RecordComponent component : described.getRecordComponents()) {
            String name = Spelling.snakeCase(component.getName());
            Schema<?> property = properties.get(name);
            if (property == null) {
                continue;
            }
            boolean leftOut = component.getAccessor().isAnnotationPresent(JsonInclude.class);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !leftOut) {
                properties.put(name, nullable(property));
            }
            if (!leftOut) {
                present.add(name);
            }
        }
        // kept aside: whether a record is an answer is known once all calls are
        model.addExtension(DescribedAnswers.ALWAYS_PRESENT, new ArrayList<>(present));
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().oneOf(List.of(property, new Schema<>().types(Set.of("null"))));
        }
        if (property.getTypes() != null) {
            property.addType("null");
            if (property.getEnum() != null) {
                allowNull(property);
            }
        }
        return property;
    }

    private static <T> void allowNull(Schema<T> property) {
        List<@Nullable T> values = new ArrayList<>(property.getEnum());
        values.add(null);
        property.setEnum(values);
    }
}
