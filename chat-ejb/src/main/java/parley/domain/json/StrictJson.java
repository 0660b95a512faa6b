package parley.domain.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.HashSet;

/**
 * Parses JSON (RFC 8259) more strictly than JSON-P. A document is exactly one object; keys are unique;
 * nothing follows the closing brace; strings contain no unpaired surrogates. The nesting depth
 * is limited here, the length of numbers by the JSON-P implementation.
 */
public final class StrictJson {

    // The static methods of jakarta.json.Json look the provider up at each call.
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int MOST_NESTED = 100;

    private final JsonParser parser;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws IllegalArgumentException if {@code text} is not exactly one JSON object with unique keys */
    public static JsonObject object(String text) {
        try (var parser = JSON.createParser(new StringReader(text))) {
            if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) throw notAnObject(null);
            var object = new StrictJson(parser).object(0);
            if (parser.hasNext()) throw notAnObject(null);
            return object;
        } catch (IllegalArgumentException refused) {
            throw refused;
        } catch (RuntimeException wrong) {
            // Parsson throws other exceptions than JsonException when a document exceeds its limits.
            throw notAnObject(wrong);
        }
    }

    /**
     * Reads a number without fraction or exponent.
     *
     * @throws IllegalArgumentException if {@code value} is not such a number or does not fit in a long
     */
    public static long integer(String name, JsonValue value) {
        if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigDecimalValue().scale() == 0) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException tooLong) {
                throw new IllegalArgumentException(name + ": the number is too large", tooLong);
            }
        }
        throw new IllegalArgumentException(name + ": an integer is needed");
    }

    private JsonObject object(int depth) {
        var object = JSON.createObjectBuilder();
        var keys = new HashSet<String>();
        while (parser.next() != JsonParser.Event.END_OBJECT) {
            var key = paired(parser.getString());
            if (!keys.add(key)) throw new IllegalArgumentException("a key of the JSON object occurs twice");
            object.add(key, value(parser.next(), depth));
        }
        return object.build();
    }

    private JsonArray array(int depth) {
        var array = JSON.createArrayBuilder();
        for (var event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next())
            array.add(value(event, depth));
        return array.build();
    }

    private JsonValue value(JsonParser.Event event, int depth) {
        if (depth == MOST_NESTED) throw new IllegalArgumentException("the JSON is nested too deeply");
        return switch (event) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> JSON.createValue(paired(parser.getString()));
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            case KEY_NAME, END_OBJECT, END_ARRAY ->
                throw new IllegalStateException("a value cannot begin with " + event);
        };
    }

    /** A number written with an exponent keeps a fraction, so that {@link #integer} rejects {@code 7e0}. */
    private JsonValue number(String text) {
        boolean plain = text.indexOf('e') < 0 && text.indexOf('E') < 0;
        var value = parser.getBigDecimal();
        return plain || value.scale() != 0 ? parser.getValue() : JSON.createValue(value.setScale(1));
    }

    private static IllegalArgumentException notAnObject(RuntimeException cause) {
        return new IllegalArgumentException("exactly one JSON object is needed", cause);
    }

    private static String paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) continue;
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
            if (!pair) throw new IllegalArgumentException("text contains an unpaired surrogate");
            i++;
        }
        return text;
    }
}
