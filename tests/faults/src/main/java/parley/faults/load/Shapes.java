package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import parley.faults.model.Change;
import parley.faults.model.Digest;
import parley.faults.model.Fold;
import parley.faults.model.Key;
import parley.faults.model.Kind;

/** Messages and changes as frames and pages show them. */
final class Shapes {

    private Shapes() {}

    /** Who said a line: never changes. */
    static long identity(JsonNode line) {
        var key = Key.of(
                line.path("conv").asLong(),
                line.path("from").asLong(),
                UUID.fromString(line.path("cid").asText()));
        if (!line.path("kind").asText().equals("member"))
            return key.identity(line.path("replyTo").asLong(0));
        return key.identity(
                Digest.of(line.path("user").asLong(), line.path("gone").asBoolean() ? 0 : 1));
    }

    static long body(JsonNode line) {
        return line.has("body") ? Digest.of(line.path("body").asText()) : Digest.NOTHING;
    }

    /** A text of a message that is revoked: nobody may have it. */
    static boolean isUnerased(JsonNode line) {
        return line.path("revoked").asBoolean() && !line.path("body").asText("").isEmpty();
    }

    static long prev(JsonNode frame) {
        return frame.path("prev").asLong(-1);
    }

    static Arrival message(JsonNode frame) {
        return Arrival.line(frame.path("pos").asLong(), prev(frame), identity(frame), fold(frame));
    }

    static Arrival change(JsonNode frame) {
        var kind = switch (frame.path("kind").asText()) {
            case "edited" -> Kind.EDITED;
            case "revoked" -> Kind.REVOKED;
            case "reaction" -> Kind.REACTION;
            default -> throw new IllegalArgumentException("an upd of an unknown kind: " + frame);
        };
        var emoji = kind == Kind.REACTION ? frame.path("emoji").asText() : null;
        return Arrival.change(
                prev(frame),
                new Change(
                        kind,
                        frame.path("pos").asLong(),
                        frame.path("at").asLong(),
                        frame.path("by").asLong(),
                        body(frame),
                        emoji,
                        frame.path("on").asBoolean()));
    }

    /** A line with what became of it, as pages and frames show it. */
    static Fold fold(JsonNode line) {
        Map<String, Set<Long>> reactions = new HashMap<>();
        for (var reaction : line.path("reactions")) {
            var users = new TreeSet<Long>();
            reaction.path("users").forEach(user -> users.add(user.asLong()));
            reactions.put(reaction.path("emoji").asText(), users);
        }
        return Fold.shown(
                body(line),
                line.path("at").asLong(0),
                line.path("revoked").asBoolean(),
                new java.util.TreeMap<>(reactions));
    }
}
