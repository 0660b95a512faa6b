package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import parley.faults.load.ClientConversation.Arrival;
import parley.faults.model.Change;
import parley.faults.model.Digest;
import parley.faults.model.Fold;
import parley.faults.model.Key;
import parley.faults.model.Kind;

/** Reads messages and changes from frames and pages. */
final class FrameReader {

    private FrameReader() {}

    /** See {@link Key#identity}. */
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

    /** Whether it shows that the user has joined: there may be earlier messages, which the user may not read. */
    static boolean isJoin(JsonNode line, long user) {
        return line.path("kind").asText().equals("member")
                && line.path("user").asLong() == user
                && !line.path("gone").asBoolean();
    }

    static long body(JsonNode line) {
        return line.has("body") ? Digest.of(line.path("body").asText()) : Digest.NOTHING;
    }

    /** Whether a revoked message still has a text. */
    static boolean isNotErased(JsonNode line) {
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
            default -> throw new IllegalArgumentException("unknown kind of upd: " + frame);
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

    /** The state of a line in a page or a frame. */
    static Fold fold(JsonNode line) {
        var reactions = new TreeMap<String, Set<Long>>();
        for (var reaction : line.path("reactions")) {
            var users = new TreeSet<Long>();
            reaction.path("users").forEach(user -> users.add(user.asLong()));
            reactions.put(reaction.path("emoji").asText(), users);
        }
        return Fold.shown(
                body(line), line.path("at").asLong(0), line.path("revoked").asBoolean(), reactions);
    }
}
