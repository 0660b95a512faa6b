package parley.web.socket.frame;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.json.StrictJson;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.refusal.Refusal;
import parley.domain.text.TextRules;
import parley.web.platform.request.ClientName;

/** Parses frames of clients; unknown fields are ignored. */
public final class ClientFrameReader {

    private static final int MAX_WATCHED = 1_000;
    private static final int MAX_RESUMED = 10_000;
    private static final int MAX_ID_LENGTH = 200;

    private ClientFrameReader() {}

    public static ClientFrame read(String text) throws BadFrame {
        JsonObject json;
        JsonValue id;
        try {
            json = StrictJson.object(text);
            id = id(json);
        } catch (IllegalArgumentException unparsable) {
            throw new BadFrame(
                    null, Refusal.BAD_FRAME, "The frame cannot be read: " + unparsable.getMessage() + ".", unparsable);
        }
        try {
            return frame(json, id);
        } catch (TooLong tooLong) {
            throw new BadFrame(id, Refusal.TOO_LARGE, tooLong.getMessage(), tooLong);
        } catch (RuntimeException wrong) {
            var what = wrong instanceof IllegalArgumentException ? wrong.getMessage() : "A field has the wrong type.";
            throw new BadFrame(id, Refusal.BAD_FRAME, what, wrong);
        }
    }

    private static ClientFrame frame(JsonObject json, JsonValue id) {
        var type = json.get("t") instanceof JsonString t ? t.getString() : "";
        return switch (type) {
            case "hello" -> hello(json, required(id));
            case "send" -> send(json, required(id));
            case "edit" ->
                change(
                        json,
                        id,
                        new EventDetail.Edited(
                                position(json, "pos", true), body(json).value()));
            case "revoke" -> change(json, id, new EventDetail.Revoked(position(json, "pos", true)));
            case "react" ->
                change(json, id, new EventDetail.Reaction(position(json, "pos", true), emoji(json), on(json)));
            case "read" -> new ClientFrame.Read(id, conversation(json), position(json, "pos", true));
            case "unread" -> new ClientFrame.Unread(id, conversation(json), position(json, "pos", true));
            case "typing" -> new ClientFrame.Typing(id, conversation(json));
            case "watch" -> new ClientFrame.Watch(id, users(json));
            case "active" -> new ClientFrame.Activity(id, false);
            case "idle" -> new ClientFrame.Activity(id, true);
            case "ping" -> new ClientFrame.Ping(id);
            case "" -> throw new IllegalArgumentException("t: the type of the frame is missing");
            default -> throw new IllegalArgumentException("t: the type is not known here");
        };
    }

    private static ClientFrame hello(JsonObject json, JsonValue id) {
        ProtocolVersion.require(json);
        return new ClientFrame.Hello(id, resume(json), client(json), idle(json));
    }

    private static ClientFrame send(JsonObject json, JsonValue id) {
        var files = FileIds.of(json.get("files"));
        boolean bare = !files.isEmpty()
                && (!json.containsKey("body")
                        || json.get("body") instanceof JsonString text
                                && text.getString().isEmpty());
        return new ClientFrame.Send(
                id,
                cid(json),
                conversation(json),
                bare ? Body.NONE : body(json),
                position(json, "replyTo", false),
                files);
    }

    private static ClientFrame change(JsonObject json, JsonValue id, EventDetail.OfMessage detail) {
        return new ClientFrame.Change(required(id), cid(json), conversation(json), detail);
    }

    private static Set<UserId> users(JsonObject json) {
        if (!(json.get("users") instanceof JsonArray users) || users.size() > MAX_WATCHED) {
            throw new IllegalArgumentException("users: a list of at most " + MAX_WATCHED + " ids is needed");
        }
        return users.stream()
                .map(user -> new UserId(StrictJson.integer("users", user)))
                .collect(Collectors.toSet());
    }

    private static String emoji(JsonObject json) {
        var emoji = json.get("emoji") instanceof JsonString given ? given.getString() : null;
        return json.get("on") == JsonValue.FALSE ? TextRules.removableEmoji(emoji) : TextRules.emoji(emoji);
    }

    private static boolean on(JsonObject json) {
        var on = json.get("on");
        if (on == JsonValue.TRUE || on == JsonValue.FALSE) return on == JsonValue.TRUE;
        throw new IllegalArgumentException("on: true or false is needed");
    }

    /** Null if there is none. */
    private static JsonValue id(JsonObject json) {
        return switch (json.get("id")) {
            case null -> null;
            case JsonString text when text.getString().length() <= MAX_ID_LENGTH -> text;
            case JsonNumber number when isPlain(number) -> number;
            case JsonValue none when none == JsonValue.NULL -> null;
            default ->
                throw new IllegalArgumentException("id: a number without exponent or a string of at most "
                        + MAX_ID_LENGTH + " characters is needed");
        };
    }

    /** Ensures that the id can be repeated exactly as it was given. */
    private static boolean isPlain(JsonNumber number) {
        var digits = number.toString();
        return digits.length() <= MAX_ID_LENGTH
                && digits.indexOf('E') < 0
                && number.bigDecimalValue().scale() >= 0;
    }

    private static JsonValue required(JsonValue id) {
        if (id == null) throw new IllegalArgumentException("id: a number or a string is needed");
        return id;
    }

    private static Map<ConversationId, Position> resume(JsonObject json) {
        var given = json.get("resume");
        if (given == null || given == JsonValue.NULL) return Map.of();
        if (!(given instanceof JsonObject places) || places.size() > MAX_RESUMED) {
            throw new IllegalArgumentException(
                    "resume: at most " + MAX_RESUMED + " conversations with their places are needed");
        }
        var resume = new HashMap<ConversationId, Position>();
        places.forEach((key, pos) -> {
            var conversation = ConversationId.parse(key);
            if (!conversation.toString().equals(key))
                throw new IllegalArgumentException("resume: a conversation's id is needed");
            resume.put(conversation, new Position(StrictJson.integer("resume", pos)));
        });
        return resume;
    }

    private static String client(JsonObject json) {
        var given = json.get("client");
        if (given == null || given == JsonValue.NULL) return "";
        if (given instanceof JsonString client) return ClientName.checked("client", client.getString());
        throw new IllegalArgumentException("client: " + ClientName.RULE);
    }

    private static boolean idle(JsonObject json) {
        var idle = json.get("idle");
        if (idle == null || idle == JsonValue.NULL || idle == JsonValue.FALSE) return false;
        if (idle == JsonValue.TRUE) return true;
        throw new IllegalArgumentException("idle: true or false is needed");
    }

    private static Cid cid(JsonObject json) {
        if (!(json.get("cid") instanceof JsonString cid)) throw new IllegalArgumentException("cid: a UUIDv7 is needed");
        return Cid.parse(cid.getString());
    }

    private static ConversationId conversation(JsonObject json) {
        return new ConversationId(StrictJson.integer("conv", json.get("conv")));
    }

    private static Position position(JsonObject json, String field, boolean needed) {
        var given = json.get(field);
        if (given instanceof JsonNumber pos) return new Position(StrictJson.integer(field, pos));
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
