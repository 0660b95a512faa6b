package parley.log.codec;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
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

/**
 * Reads the fields of a record's value strictly, because a client with access to the topic can write anything into it.
 */
record JsonFields(JsonObject json) {

    // The static methods of jakarta.json.Json look the provider up at each call.
    private static final JsonProvider JSON = JsonProvider.provider();

    static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    static JsonArrayBuilder array() {
        return JSON.createArrayBuilder();
    }

    /** @throws UnreadableRecord if {@code value} is not one JSON object or {@code mapper} fails */
    static <T> T read(String value, Function<JsonFields, T> mapper) {
        var fields = of(value);
        try {
            return mapper.apply(fields);
        } catch (RuntimeException wrong) {
            // JSON-P reports a missing field as NullPointerException and a wrong type as ClassCastException.
            throw new UnreadableRecord("its value does not have the form of its topic", wrong);
        }
    }

    /** @throws UnreadableRecord if {@code value} is not one JSON object */
    static JsonFields of(String value) {
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

    boolean has(String name) {
        return json.containsKey(name);
    }

    boolean requiredFlag(String name) {
        return json.getBoolean(name);
    }

    String text(String name) {
        return json.getString(name);
    }

    Optional<String> optionalText(String name) {
        return json.containsKey(name) ? Optional.of(json.getString(name)) : Optional.empty();
    }

    /** False if it is absent. */
    boolean flag(String name) {
        return json.containsKey(name) && json.getBoolean(name);
    }

    /** @throws IllegalArgumentException if it is not a plain integer */
    ConversationId conversation() {
        return new ConversationId(integer("conv"));
    }

    /** Null if it is absent. */
    ConversationId optionalConversation() {
        return json.containsKey("conv") ? conversation() : null;
    }

    /** @throws IllegalArgumentException if it is not a plain integer */
    UserId user() {
        return new UserId(integer("user"));
    }

    Set<UserId> users() {
        return users(json.getJsonArray("users"));
    }

    /** Empty if it is absent. */
    Set<UserId> optionalUsers(String name) {
        return json.containsKey(name) ? users(json.getJsonArray(name)) : Set.of();
    }

    private static Set<UserId> users(JsonArray ids) {
        return ids.stream()
                .map(user -> new UserId(StrictJson.integer("user", user)))
                .collect(Collectors.toSet());
    }
}
