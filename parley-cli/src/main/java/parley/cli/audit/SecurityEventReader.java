package parley.cli.audit;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.Optional;
import parley.cli.terminal.Json;

/** Finds security events in log lines: of Liberty's text and JSON formats, with or without what journald adds. */
public final class SecurityEventReader {

    private SecurityEventReader() {}

    public static Optional<JsonObject> read(String line) {
        if (!line.contains("\"event\"") && !line.contains("\\\"event\\\"")) return Optional.empty();
        int begin = line.indexOf("{\"time\":");
        if (begin < 0) begin = line.indexOf("{\"event\":");
        if (begin >= 0) return event(line.substring(begin));
        return wrapped(line);
    }

    private static Optional<JsonObject> wrapped(String line) {
        int begin = line.indexOf('{');
        if (begin < 0) return Optional.empty();
        try {
            var entry = Json.parse(line.substring(begin));
            var message = entry.getString("message", "");
            return message.startsWith("{") ? event(message) : Optional.empty();
        } catch (JsonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<JsonObject> event(String json) {
        try {
            var event = Json.parse(json);
            return event.containsKey("event") ? Optional.of(event) : Optional.empty();
        } catch (JsonException notJson) {
            return Optional.empty();
        }
    }
}
