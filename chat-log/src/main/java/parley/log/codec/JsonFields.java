package parley.log.codec;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.json.StrictJson;
import parley.log.record.UnreadableRecord;

/** The fields of a record's value, read strictly: a client with access to a topic can write anything into it. */
public record JsonFields(JsonObject json) {

    // The static methods of jakarta.json.Json look the provider up at each call.
    private static final JsonProvider JSON = JsonProvider.provider();

    static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    /** @throws UnreadableRecord where {@code value} is not one JSON object, or {@code mapper} cannot make sense of it */
    static <T> T read(String value, Function<JsonFields, T> mapper) {
        var fields = of(value);
        try {
            return mapper.apply(fields);
        } catch (RuntimeException wrong) {
            // A field that is missing is a NullPointerException of JSON-P, one of another type a ClassCastException.
            throw new UnreadableRecord("its value is not what its topic holds", wrong);
        }
    }

    /** @throws UnreadableRecord where {@code value} is not one JSON object */
    public static JsonFields of(String value) {
        if (value == null) throw new UnreadableRecord("it has no value", null);
        try {
            return new JsonFields(StrictJson.object(value));
        } catch (IllegalArgumentException wrong) {
            throw new UnreadableRecord(wrong.getMessage(), wrong);
        }
    }

    long integer(String name) {
        return StrictJson.integer(name, json.get(name));
    }

    int natural(String name) {
        long value = integer(name);
        if (value < 0 || value > Integer.MAX_VALUE)
            throw new IllegalArgumentException(name + " out of range: " + value);
        return (int) value;
    }

    public String text(String name) {
        return json.getString(name);
    }

    Optional<String> optionalText(String name) {
        return json.containsKey(name) ? Optional.of(json.getString(name)) : Optional.empty();
    }

    /** @throws IllegalArgumentException where it is no plain integer */
    public ConversationId conversation() {
        return new ConversationId(integer("conv"));
    }

    /** @throws IllegalArgumentException where it is no plain integer */
    public UserId user() {
        return new UserId(integer("user"));
    }

    public Set<UserId> users() {
        return json.getJsonArray("users").stream()
                .map(user -> new UserId(StrictJson.integer("user", user)))
                .collect(Collectors.toSet());
    }
}
