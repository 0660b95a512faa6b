package parley.cli.terminal;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** JSON as the commands read and print it. */
public final class Json {

    private Json() {}

    public static JsonObjectBuilder object() {
        return jakarta.json.Json.createObjectBuilder();
    }

    public static jakarta.json.JsonArrayBuilder array() {
        return jakarta.json.Json.createArrayBuilder();
    }

    /** @throws JsonException if it is no JSON object */
    public static JsonObject parse(String text) {
        try (var reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    public static String pretty(JsonStructure json) {
        var text = new StringWriter();
        try (var writer = jakarta.json.Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(json);
        }
        return text.toString().strip();
    }

    /** The text of a string or a number; null if the member is missing. */
    public static String text(JsonObject object, String name) {
        var value = object.get(name);
        if (value == null || value == JsonValue.NULL) return null;
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    public static long number(JsonObject object, String name) {
        return object.getJsonNumber(name).longValueExact();
    }
}
