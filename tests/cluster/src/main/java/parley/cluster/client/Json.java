package parley.cluster.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON without data binding, because the tests check frames as they are. */
public final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Json() {}

    /** @param pairs name, value, name, value … a null value is left out */
    public static ObjectNode of(Object... pairs) {
        var object = MAPPER.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) object.set((String) pairs[i], MAPPER.valueToTree(pairs[i + 1]));
        }
        return object;
    }

    /** The properties of a record. */
    public static ObjectNode of(Record values) {
        return MAPPER.valueToTree(values);
    }

    /** Unknown properties are ignored. */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + text, e);
        }
    }

    /** A missing node if the text is not JSON. */
    public static JsonNode parse(String text) {
        if (text == null || text.isBlank()) return MissingNode.getInstance();
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
