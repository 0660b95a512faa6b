package parley.log.record;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import parley.domain.group.AttributeChange;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.json.StrictJson;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;

/** Encodes a record's value as JSON, version 1. */
public final class LogCodec {

    public static final int VERSION = 1;
    // The static methods of jakarta.json.Json look the provider up at each call.
    private static final JsonProvider JSON = JsonProvider.provider();

    private LogCodec() {}

    public static String encode(LogEntry entry) {
        var text = new StringWriter(160);
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject()
                    .write("conv", entry.conversation().value())
                    .write("cid", entry.cid().toString())
                    .write("from", entry.actor().value());
            switch (entry) {
                case LogEntry.Message message -> {
                    json.write("body", message.body().value());
                    if (message.replyTo() != null)
                        json.write("replyTo", message.replyTo().value());
                    write(json, message.mentions());
                    if (!message.files().isEmpty()) json.write("files", AttachedFile.toJson(message.files()));
                }
                case LogEntry.Event event -> {
                    json.write("kind", event.detail().kind());
                    switch (event.detail()) {
                        case EventDetail.Edited edited -> {
                            json.write("target", edited.target().value()).write("body", edited.body());
                            write(json, edited.mentions());
                        }
                        case EventDetail.Revoked revoked ->
                            json.write("target", revoked.target().value());
                        case EventDetail.Reaction reaction ->
                            json.write("target", reaction.target().value())
                                    .write("emoji", reaction.emoji())
                                    .write("on", reaction.on());
                        case EventDetail.MemberChanged member -> {
                            json.write("user", member.user().value())
                                    .write("version", member.version())
                                    .write("shown", member.shown());
                            if (member.role() != null)
                                json.write("role", member.role().code());
                            if (member.joinedVersion() != 0) json.write("joined", member.joinedVersion());
                        }
                        case EventDetail.GroupChanged changed -> {
                            json.write("version", changed.version());
                            changed.change().toJson().forEach(json::write);
                        }
                    }
                }
            }
            json.writeEnd();
        }
        return text.toString();
    }

    /** @throws UnreadableRecord if the value does not conform to {@code type} and {@code version} */
    public static LogEntry decode(String type, int version, String value) {
        if (version != VERSION) throw new UnreadableRecord("version " + version + " is not known here", null);
        if (value == null) throw new UnreadableRecord("it has no value", null);
        try {
            var json = object(value);
            var conversation = new ConversationId(number(json, "conv"));
            var cid = Cid.parse(json.getString("cid"));
            var actor = new UserId(number(json, "from"));
            return switch (type) {
                case "message" -> message(json, conversation, cid, actor);
                case "event" -> new LogEntry.Event(conversation, cid, actor, detail(json));
                default -> throw new UnreadableRecord("type " + type + " is not known here", null);
            };
        } catch (UnreadableRecord known) {
            throw known;
        } catch (RuntimeException wrong) {
            // JSON-P reports a missing field as NullPointerException and a wrong type as ClassCastException.
            throw new UnreadableRecord("not a " + type + " of version " + version, wrong);
        }
    }

    private static LogEntry message(JsonObject json, ConversationId conversation, Cid cid, UserId actor) {
        var files = json.containsKey("files") ? AttachedFile.read(json.getJsonArray("files")) : List.<AttachedFile>of();
        var body = files.isEmpty() ? text(json) : new Body(json.getString("body"));
        return new LogEntry.Message(conversation, cid, actor, body, position(json, "replyTo"), mentions(json), files);
    }

    private static Body text(JsonObject json) {
        var body = new Body(json.getString("body"));
        if (body.isNone()) throw new IllegalArgumentException(Body.RULE);
        return body;
    }

    /**
     * Does not reject duplicate keys: {@link StrictJson} takes a fifth more time, and every node reads every record.
     */
    private static JsonObject object(String value) {
        try (var parser = JSON.createParser(new StringReader(value))) {
            parser.next();
            var json = parser.getObject();
            if (parser.hasNext()) throw new IllegalArgumentException("something follows the object");
            return json;
        }
    }

    private static EventDetail detail(JsonObject json) {
        var kind = json.getString("kind");
        return switch (kind) {
            case "edited" -> new EventDetail.Edited(target(json), text(json).value(), mentions(json));
            case "revoked" -> new EventDetail.Revoked(target(json));
            case "reaction" -> new EventDetail.Reaction(target(json), json.getString("emoji"), json.getBoolean("on"));
            case "member" ->
                new EventDetail.MemberChanged(
                        new UserId(number(json, "user")),
                        Role.of(json.getString("role", null)),
                        number(json, "version"),
                        json.getBoolean("shown"),
                        json.containsKey("joined") ? number(json, "joined") : 0);
            case "changed" -> new EventDetail.GroupChanged(AttributeChange.read(json), number(json, "version"));
            default -> throw new UnreadableRecord("event of kind " + kind + " is not known here", null);
        };
    }

    /** Not written if there are none, as in records of versions without mentions. */
    private static void write(JsonGenerator json, Mentions mentions) {
        if (mentions.isNone()) return;
        json.writeStartObject("mentions").writeStartArray("users");
        mentions.users().forEach(user -> json.write(user.value()));
        json.writeEnd();
        if (mentions.everyone() != null)
            json.write("everyone", mentions.everyone().code());
        json.writeEnd();
    }

    private static Mentions mentions(JsonObject json) {
        var mentions = json.getJsonObject("mentions");
        if (mentions == null) return Mentions.NONE;
        var users = mentions.getJsonArray("users").stream()
                .map(user -> new UserId(StrictJson.integer("users", user)))
                .toList();
        return Mentions.of(users, Mentions.Everyone.of(mentions.getString("everyone", null)));
    }

    private static long number(JsonObject json, String name) {
        return StrictJson.integer(name, json.get(name));
    }

    private static Position target(JsonObject json) {
        return new Position(number(json, "target"));
    }

    private static Position position(JsonObject json, String name) {
        return json.containsKey(name) ? new Position(number(json, name)) : null;
    }
}
