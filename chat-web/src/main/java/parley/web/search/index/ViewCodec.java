package parley.web.search.index;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.Mentions;
import parley.domain.message.entity.MessageView;

/** Encodes a message as the index stores it. */
final class ViewCodec {

    private static final JsonProvider JSON = JsonProvider.provider();

    private ViewCodec() {}

    /** Of a message that is not revoked and not a notice. */
    static String encode(MessageView view) {
        var json = JSON.createObjectBuilder()
                .add("c", view.conversation().value())
                .add("p", view.pos().value())
                .add("i", view.cid().toString())
                .add("f", view.from().value())
                .add("t", view.ts().toString())
                .add("b", view.body());
        if (view.replyTo() != null) json.add("r", view.replyTo().value());
        if (!view.mentions().isNone()) json.add("m", view.mentions().toColumn());
        if (!view.files().isEmpty()) json.add("o", AttachedFile.toJson(view.files()));
        if (view.at() != null) json.add("a", view.at().value());
        if (view.editedAt() != null) json.add("e", view.editedAt().toString());
        if (!view.reactions().isEmpty()) {
            var reactions = JSON.createObjectBuilder();
            for (var each : view.reactions()) {
                var users = JSON.createArrayBuilder();
                each.users().forEach(user -> users.add(user.value()));
                reactions.add(each.emoji(), users);
            }
            json.add("x", reactions);
        }
        return json.build().toString();
    }

    static MessageView decode(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return decode(reader.readObject());
        }
    }

    private static MessageView decode(JsonObject json) {
        return new MessageView(
                new ConversationId(number(json, "c")),
                new Position(number(json, "p")),
                Cid.parse(json.getString("i")),
                new UserId(number(json, "f")),
                Instant.parse(json.getString("t")),
                json.getString("b"),
                position(json, "r"),
                null,
                Mentions.ofColumn(json.getString("m", null)),
                json.containsKey("o") ? AttachedFile.read(json.getJsonArray("o")) : List.of(),
                position(json, "a"),
                json.containsKey("e") ? Instant.parse(json.getString("e")) : null,
                false,
                reactions(json),
                null);
    }

    private static List<MessageView.Reactions> reactions(JsonObject json) {
        if (!json.containsKey("x")) return List.of();
        var reactions = json.getJsonObject("x");
        return reactions.keySet().stream()
                .map(emoji -> new MessageView.Reactions(
                        emoji,
                        reactions.getJsonArray(emoji).getValuesAs(jakarta.json.JsonNumber.class).stream()
                                .map(user -> new UserId(user.longValueExact()))
                                .toList()))
                .toList();
    }

    private static Position position(JsonObject json, String name) {
        return json.containsKey(name) ? new Position(number(json, name)) : null;
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValueExact();
    }
}
