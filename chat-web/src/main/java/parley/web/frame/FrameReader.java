package parley.web.frame;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refusal;
import parley.domain.text.TextRules;

/** The text of a frame becomes what the client says; unknown fields are passed over. */
public final class FrameReader {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int MOST_WATCHED = 1_000;

    private FrameReader() {}

    public static ClientFrame read(String text) throws BadFrame {
        JsonObject json;
        try (var reader = JSON.createReader(new StringReader(text))) {
            json = reader.readObject();
        } catch (JsonException | IllegalStateException | ClassCastException unparsable) {
            throw new BadFrame(null, Refusal.BAD_FRAME, "The frame is not a JSON object.", unparsable);
        }
        var id = id(json);
        try {
            return frame(json, id);
        } catch (TooLong tooLong) {
            throw new BadFrame(id, Refusal.TOO_LARGE, tooLong.getMessage(), tooLong);
        } catch (IllegalArgumentException | ClassCastException | NullPointerException | ArithmeticException wrong) {
            var what = wrong instanceof IllegalArgumentException ? wrong.getMessage() : "A field has the wrong type.";
            throw new BadFrame(id, Refusal.BAD_FRAME, what, wrong);
        }
    }

    private static ClientFrame frame(JsonObject json, JsonValue id) {
        var type = json.get("t") instanceof JsonString t ? t.getString() : "";
        return switch (type) {
            case "hello" -> new ClientFrame.Hello(required(id), resume(json));
            case "send" ->
                new ClientFrame.Send(required(id), cid(json), conversation(json), body(json), position(json, "replyTo", false));
            case "edit" -> change(json, id, new EventDetail.Edited(position(json, "pos", true), body(json).value()));
            case "revoke" -> change(json, id, new EventDetail.Revoked(position(json, "pos", true)));
            case "react" -> change(json, id, new EventDetail.Reaction(position(json, "pos", true), emoji(json), on(json)));
            case "read" -> new ClientFrame.Read(id, conversation(json), position(json, "pos", true));
            case "typing" -> new ClientFrame.Typing(id, conversation(json));
            case "watch" -> new ClientFrame.Watch(id, users(json));
            case "ping" -> new ClientFrame.Ping(id);
            case "" -> throw new IllegalArgumentException("t: the type of the frame is missing");
            default -> throw new IllegalArgumentException("t: the type is not known here");
        };
    }

    private static ClientFrame change(JsonObject json, JsonValue id, EventDetail.OfMessage detail) {
        return new ClientFrame.Change(required(id), cid(json), conversation(json), detail);
    }

    private static Set<UserId> users(JsonObject json) {
        if (!(json.get("users") instanceof JsonArray users) || users.size() > MOST_WATCHED) {
            throw new IllegalArgumentException("users: a list of at most " + MOST_WATCHED + " ids is needed");
        }
        return users.stream().map(user -> new UserId(((JsonNumber) user).longValueExact())).collect(Collectors.toSet());
    }

    private static String emoji(JsonObject json) {
        var emoji = json.get("emoji") instanceof JsonString given ? given.getString() : null;
        return json.get("on") == JsonValue.FALSE ? TextRules.keptEmoji(emoji) : TextRules.emoji(emoji);
    }

    private static boolean on(JsonObject json) {
        var on = json.get("on");
        if (on == JsonValue.TRUE || on == JsonValue.FALSE) return on == JsonValue.TRUE;
        throw new IllegalArgumentException("on: true or false is needed");
    }

    private static JsonValue id(JsonObject json) {
        var id = json.get("id");
        return id instanceof JsonNumber || id instanceof JsonString ? id : null;
    }

    private static JsonValue required(JsonValue id) {
        if (id == null) throw new IllegalArgumentException("id: a number or a string is needed");
        return id;
    }

    private static Map<ConversationId, Position> resume(JsonObject json) {
        var given = json.get("resume");
        if (given == null || given == JsonValue.NULL) return Map.of();
        var resume = new HashMap<ConversationId, Position>();
        given.asJsonObject()
                .forEach((conversation, pos) -> resume.put(
                        ConversationId.parse(conversation), new Position(((JsonNumber) pos).longValueExact())));
        return resume;
    }

    private static Cid cid(JsonObject json) {
        if (!(json.get("cid") instanceof JsonString cid)) throw new IllegalArgumentException("cid: a UUIDv7 is needed");
        return Cid.parse(cid.getString());
    }

    private static ConversationId conversation(JsonObject json) {
        if (!(json.get("conv") instanceof JsonNumber conv)) throw new IllegalArgumentException("conv: a number is needed");
        return new ConversationId(conv.longValueExact());
    }

    private static Position position(JsonObject json, String field, boolean needed) {
        var given = json.get(field);
        if (given instanceof JsonNumber pos) return new Position(pos.longValueExact());
        if (needed || given != null && given != JsonValue.NULL) {
            throw new IllegalArgumentException(field + ": a position is needed");
        }
        return null;
    }

    private static Body body(JsonObject json) {
        if (!(json.get("body") instanceof JsonString body)) throw new IllegalArgumentException(Body.RULE);
        var text = body.getString();
        if (text.codePointCount(0, text.length()) > Body.MOST) throw new TooLong();
        return Body.of(text);
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(Body.RULE);
        }
    }
}
