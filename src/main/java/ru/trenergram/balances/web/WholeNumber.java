package ru.trenergram.balances.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Money is a whole number of minor units and nothing that looks like one: a text or a fraction is a mistake. */
class WholeNumber extends ValueDeserializer<Long> {

    @Override
    public Long deserialize(JsonParser parser, DeserializationContext context) {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER
                ? (Long) parser.getLongValue()
                : context.<Long>reportInputMismatch(this, "Not a whole number of 64 bits");
    }
}
