package ru.trenergram.api;

import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** A text in which half of a surrogate pair stands alone cannot be kept, and no answer could show it. */
@JacksonComponent
class WholeText extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw DatabindException.from(parser, "Half a surrogate pair", new MalformedInputException(1));
        }
        return text;
    }
}
